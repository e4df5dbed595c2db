/** What stands on a line. */
export type Label =
  | 'head'
  | 'furniture'
  | 'heading'
  | 'paragraph'
  | 'quotation'
  | 'verse'
  | 'list'
  | 'table'
  | 'note'
  | 'blank'
  | 'break'
  | 'notes heading';

/** A line of the file, calls still without their numbers. `item` is what it belongs to. */
export interface Line {
  text: string;
  readonly label: Label;
  readonly item: Item | null;
  /** Whether a page may end behind it in the middle of its paragraph. */
  readonly goesOn: boolean;
}

/** A piece of the truth: what a reader should give back as one block or one note. */
export interface Item {
  readonly kind: 'heading' | 'paragraph' | 'quotation' | 'verse' | 'list' | 'table' | 'note';
  readonly section: number;
  readonly text: string;
  /** Tokens a reader may leave out or keep, such as the number of a list's item. */
  readonly optional: readonly string[];
  readonly note: string | null;
}
