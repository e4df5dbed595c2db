import type { Misread } from './confusions.ts';
import type { ProofLanguage } from './language-words.ts';

const LETTERS: Readonly<Record<ProofLanguage, string>> = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  fr: 'abcdefghijklmnopqrstuvwxyzàâæçèéêëîïôœùûü',
};
const COST = { swapped: 0.45, doubled: 0.4, undoubled: 0.45, missing: 0.75, added: 0.75, other: 0.95 };

/** Every word one slip of a pen or a key away: letters swapped, doubled, left out, put in, or taken for another. */
export function slips(word: string, language: ProofLanguage): Misread[] {
  const found: Misread[] = [];
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    const [first = '', second = ''] = tail;
    if (first !== '') {
      const twice = first === second || first === word[at - 1];
      found.push({ word: head + tail.slice(1), cost: twice ? COST.doubled : COST.added });
    }
    if (second !== '' && first !== second)
      found.push({ word: head + second + first + tail.slice(2), cost: COST.swapped });
    for (const letter of LETTERS[language]) {
      found.push({
        word: head + letter + tail,
        cost: letter === first || letter === word[at - 1] ? COST.undoubled : COST.missing,
      });
      if (first !== '' && letter !== first) found.push({ word: head + letter + tail.slice(1), cost: COST.other });
    }
  }
  return found;
}
