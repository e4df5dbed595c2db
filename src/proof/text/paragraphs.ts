export type ParagraphKind = 'prose' | 'heading' | 'verse' | 'note' | 'table' | 'item';

/** A stretch of the text proofed, without the blank lines around it. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind: ParagraphKind;
  /** BCP 47, where the tree says that the passage is in another language than the text; else null. */
  readonly language: string | null;
}

const BLANK = /\n[^\S\n]*\n\s*/g;
const LONGEST_HEADING = 80;
const NOTE_BODY = /^\s*(?:\[[\d*†‡]{1,4}\]|[*†‡]|\(?\d{1,3}\))\s/;

/** The paragraphs of a plain text: what blank lines part, with a guess of what each is. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const blank of text.matchAll(BLANK)) {
    push(text, start, blank.index, paragraphs);
    start = blank.index + blank[0].length;
  }
  push(text, start, text.length, paragraphs);
  return paragraphs;
}

function push(text: string, start: number, end: number, paragraphs: Paragraph[]): void {
  const words = text.slice(start, end);
  const content = words.trim();
  if (content === '') return;
  const from = start + words.indexOf(content);
  paragraphs.push({ start: from, end: from + content.length, kind: kindOf(content), language: null });
}

function kindOf(content: string): ParagraphKind {
  if (NOTE_BODY.test(content)) return 'note';
  const lines = content.split('\n');
  if (lines.length === 1)
    return content.length <= LONGEST_HEADING && !/[.!?…:;,»”"’)\]—–-]$/.test(content) ? 'heading' : 'prose';
  if (lines.some((line) => /\S {3,}\S|\t|\|/.test(line))) return 'table';
  const short = lines.filter((line) => line.length < 50 && /^\W*\p{Lu}/u.test(line)).length;
  return lines.length >= 3 && short >= lines.length * 0.7 ? 'verse' : 'prose';
}
