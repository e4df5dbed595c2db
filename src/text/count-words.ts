/** White-space-separated tokens that hold a letter or a digit: what reading.md and every figure of ours call words. */
export function countWords(text: string): number {
  let count = 0;
  for (const token of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(token[0])) count += 1;
  return count;
}
