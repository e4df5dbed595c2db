/** True for two forms of one word, which no scan confuses: “statesman” and “statesmen”, “labour” and “labor”, “piège” and “piége”. */
export function areForms(one: string, other: string): boolean {
  if (bare(one) === bare(other)) return true;
  const longest = Math.max(one.length, other.length);
  if (longest < 5) return false;
  let shared = 0;
  while (shared < longest && one[shared] === other[shared]) shared++;
  return shared >= longest - 2 || (shared >= longest - 3 && shared >= 5);
}

/** Without accents and without what English spells in two ways. */
function bare(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/our/g, 'or')
    .replace(/([iy])z/g, '$1s')
    .replace(/ense/g, 'ence')
    .replace(/(?:ae|oe|œ|æ)/g, 'e')
    .replace(/(.)\1/g, '$1');
}
