/** A word, a number or a mixture of letters and digits, with its place in the text proofed (UTF-16 offsets). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In lower case, with typewriter apostrophes. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mixed';
  readonly shape: Shape;
  /** What stands between this token and the one before. */
  readonly gap: Gap;
  /** Hash of `lower`. */
  readonly hash: number;
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
}

/** lower: no capital; title: the first letter only; upper: two capitals or more and nothing else; mixed: any other. */
export type Shape = 'lower' | 'title' | 'upper' | 'mixed';

/** nothing: written together (an elision); stop: the end of a sentence or the beginning of a paragraph; weak: any other mark. */
export type Gap = 'nothing' | 'space' | 'hyphen' | 'comma' | 'weak' | 'stop';
