/** "by Anna Weil", "par P. Brémond": a line of its own, though it begins in small letters. */
export const isByline = (text: string): boolean =>
  text.length < 70 &&
  /^\(?(?:by|par)\s+(?:\p{Lu}|d[eu']\s?\p{Lu})[^!?:;]*$/u.test(text) &&
  !/\p{Ll}{3}\.(?:\s|$)/u.test(text) &&
  text.split(/\s+/).length <= 8;
