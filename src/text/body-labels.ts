import type { NoteKind } from './note-kind.ts';

/** What the body itself says to a reader, in the language of the page. `{number}` and `{page}` stand for values. */
export interface BodyLabels {
  /** Heading of the end notes: "Notes". */
  readonly notes: string;
  /** Name of a paragraph's number: "Paragraph {number}". */
  readonly paragraph: string;
  /** Name of a note's call: "Note {number}". */
  readonly note: string;
  /** Name of the button that shows a note where it is called: "Show note {number}". */
  readonly showNote: string;
  /** Name of the way back from a note: "Back to the call of note {number}". */
  readonly back: string;
  /** Name of a table without a caption: "Table". */
  readonly table: string;
  /** "Page {page}" of the original. */
  readonly page: string;
  /** Before the right reading of a word printed wrong: "read". */
  readonly correction: string;
  /** Whose a note is; the author's is not said. */
  readonly noteKinds: Readonly<Record<Exclude<NoteKind, 'author'>, string>>;
}

export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
