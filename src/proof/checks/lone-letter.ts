import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';
import { hashOf } from '../words/hash.ts';

const WORDS = { en: /^[aio]$/, fr: /^[aàoôy]$/ };
/** “I” must have been seen with both neighbours at least this often for a “1” to be one. */
const SEEN = { before: 1, after: 6 };
/** After these a “1” is a number. */
const NUMBERED =
  /^(?:no|nos|chapter|chap|article|art|section|sec|part|volume|vol|book|page|p|pp|figure|fig|note|table|plate|act|scene|verse|number|line|point|question|version|and|or|to|of|about|only|nearly|over|under)$/;
const I = hashOf('i');

/** A single letter that is no word, the rest of one that fell apart; and “1” where “I” was printed. */
export const loneLetter: Check = {
  code: 'lone-letter',
  area: 'words',
  *find(text) {
    for (const { 0: words, index: start } of text.text.matchAll(/(?<![\p{L}’'])l(?=['’](?:ll|m|ve|d)(?!\p{L}))/gu)) {
      if (text.language === 'en')
        yield {
          start,
          end: start + words.length,
          suggestion: 'I',
          confidence: 0.9,
          because: 'one',
          evidence: { letter: 'l' },
        };
    }
    for (let index = 1; index + 1 < text.tokens.length; index++) {
      const { text: letter, start, end } = text.tokens[index]!;
      if (letter.length !== 1 || text.foreign[index] === 1 || !isAlone(text, index)) continue;
      if ((letter === '1' || letter === 'l') && isFirstPerson(text, index)) {
        yield { start, end, suggestion: 'I', confidence: 0.8, because: 'one', evidence: { letter } };
      } else if (/\p{Ll}/u.test(letter) && !WORDS[text.language].test(letter)) {
        yield { start, end, suggestion: null, confidence: 0.66, evidence: { letter } };
      }
    }
  },
};

/** Between two words in lower case, with nothing but spaces around. */
function isAlone({ text, tokens }: ProofText, index: number): boolean {
  const { start, end } = tokens[index]!;
  const before = tokens[index - 1]!;
  const after = tokens[index + 1]!;
  if (text[start - 1] !== ' ' || !/^(?: |[,;:] )/.test(text.slice(end, end + 2)) || before.end !== start - 1)
    return false;
  return (
    before.kind === 'word' &&
    after.kind === 'word' &&
    before.lower.length > 1 &&
    after.shape === 'lower' &&
    !/^(?:the|a|an|one|le|un|du|la|une|deux|two|capital|small|letter|lettre|point|ligne|line|angle|letters|lettres)$/.test(
      before.lower,
    )
  );
}

function isFirstPerson({ language, words, tokens }: ProofText, index: number): boolean {
  if (language !== 'en') return false;
  const [before, after] = [tokens[index - 1]!, tokens[index + 1]!];
  if (NUMBERED.test(before.lower)) return false;
  return words.pair(before.hash, I) >= SEEN.before && words.pair(I, after.hash) >= SEEN.after;
}
