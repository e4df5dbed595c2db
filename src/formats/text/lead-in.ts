/** Length of the capitals a paragraph begins with, as printers set them: at least two words, and the sentence goes on in small letters. */
export function leadInLength(text: string): number {
  let end = 0;
  let words = 0;
  let letters = 0;
  const token = /\S+\s*/y;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const word = found[0].trimEnd();
    const plain = word.replace(/[^\p{L}]/gu, '');
    if (plain === '' ? words === 0 && !/^["“«'‘([]+$/.test(word) : plain !== plain.toUpperCase()) break;
    if (plain !== '') {
      words++;
      letters += plain.length;
    }
    end = found.index + word.length;
    if (end > 400 || (/[.!?:]$/.test(word) && plain.length > 2)) break;
    token.lastIndex = found.index + found[0].length;
  }
  const rest = text.slice(end);
  return words >= 2 && letters >= 6 && /^[,;]?\s*\p{Ll}/u.test(rest) ? end : 0;
}
