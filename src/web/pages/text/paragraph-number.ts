// The numbers in the margin exist only on the set page: they are read from there, so that they cannot disagree.

export interface NumberedParagraph {
  readonly id: string;
  readonly number: number;
}

// <a class="number" href="#k3f9qa" aria-label="Paragraph 12" data-number="12"></a>
const NUMBER = /<a class="number" href="#([^"]+)"[^>]* data-number="(\d+)">/g;

/** By the number people see or the id that links carry. */
export function findParagraph(bodyHtml: string, asked: string): NumberedParagraph | null {
  for (const [, id = '', number = ''] of bodyHtml.matchAll(NUMBER)) {
    if (id === asked || number === asked) return { id, number: Number(number) };
  }
  return null;
}
