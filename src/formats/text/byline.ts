/** "by Anna Weil", "par Paul Brémond": a line of its own, though it begins in small letters. */
export const isByline = (text: string): boolean =>
  text.length < 70 &&
  /^\(?(?:by|par)\s+(?:M(?:r|rs|lle|me)?\.?\s+)?\p{Lu}[^.!?:;]*(?:\b\p{Lu}\.[^.!?:;]*)*\)?$/u.test(text);
