import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { hashOf } from '../words/hash.ts';

/** Words that begin a clause and no second half of a compound. */
const CLAUSE = {
  en: new Set(
    'until having the its his her their our my your not and or but which who whom that as it is was are were he she they we you if when neither nor because where while an this these those there such with from although though yet even'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "pour c' qu' les des du un une qui que et mais dans avec sans ou est sont comme dont où si ne le la pas plus par sur il elle".split(
      ' ',
    ),
  ),
};

/** A hyphen where a dash parts clauses: “without blame-as history shows”, “les unités - qui”. */
export const wrongDash: Check = {
  code: 'wrong-dash',
  area: 'marks',
  *find(text) {
    const dashes = text.text.split(/[—–]/).length - 1;
    yield* tight(text);
    yield* uneven(text);
    yield* ranges(text);
    if (dashes >= 2) yield* spaced(text);
  },
};

/** “1928-1929” in a text that also writes “1929–1930”. */
function* ranges({ text }: ProofText): Iterable<Question> {
  const found = [...text.matchAll(/(?<![\d–-])(\d{4})([-–])(\d{4}|\d\d)(?![\d–-])/g)];
  const hyphens = found.filter(([, , dash]) => dash === '-');
  if (hyphens.length === 0 || hyphens.length > 2 || hyphens.length === found.length) return;
  for (const { 1: from = '', index } of hyphens) {
    const start = index + from.length;
    yield {
      start,
      end: start + 1,
      suggestion: '–',
      confidence: 0.55,
      because: 'range',
      evidence: { count: found.length - hyphens.length },
    };
  }
}

function* tight({ tokens, language, words, text, foreign }: ProofText): Iterable<Question> {
  const compounds = countCompounds(tokens);
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!;
    const before = tokens[index - 1]!;
    if (
      token.gap !== 'hyphen' ||
      before.gap === 'hyphen' ||
      tokens[index + 1]?.gap === 'hyphen' ||
      foreign[index] === 1
    )
      continue;
    if (token.shape !== 'lower' || token.kind !== 'word' || before.kind !== 'word' || words.word(before.hash) < 0)
      continue;
    if (!CLAUSE[language].has(token.lower)) {
      if (
        language === 'en' &&
        isOdd(words, before, token) &&
        (compounds.get(`${before.lower}-${token.lower}`) ?? 0) < 2
      )
        yield {
          start: before.start,
          end: token.end,
          suggestion: null,
          confidence: 0.6,
          because: 'compound',
          evidence: { words: text.slice(before.start, token.end) },
        };
      continue;
    }
    // French joins its pronouns to their verb: “prends-le”.
    if (language === 'fr' && /^(?:le|la|les|il|elle|ce|y|en)$/.test(token.lower)) continue;
    // A word of two parts that the text uses elsewhere, or that has a common first part (“who-is-who”, “a would-be”).
    if (before.lower.length < 3 || compounds.get(`${before.lower}-${token.lower}`)! > 1) continue;
    yield {
      start: before.end,
      end: token.start,
      suggestion: '—',
      confidence: 0.72,
      evidence: { words: text.slice(before.start, token.end) },
    };
  }
}

const HYPHEN = hashOf('-');
/** What parts words in running text, in bits of the words counted: a word this much rarer beside a hyphen than chance would have it keeps away from hyphens. */
const HYPHEN_BITS = 8;
const ODD_BITS = 3;
const GRAMMAR = { first: 13, second: 11 };

/** “him-make”, “propriety-already”: two words of which one is of grammar, and which both keep away from hyphens. */
function isOdd(words: ProofText['words'], first: Token, second: Token): boolean {
  const [left, right] = [words.word(first.hash), words.word(second.hash)];
  if (left < 6 || right < 6 || (left < GRAMMAR.first && right < GRAMMAR.second)) return false;
  if (words.word(hashOf(first.lower + second.lower)) >= 0) return false;
  if (words.word(hashOf(`${first.lower}-${second.lower}`)) >= 0) return false;
  const [beforeHyphen, afterHyphen] = [words.pair(first.hash, HYPHEN), words.pair(HYPHEN, second.hash)];
  if (beforeHyphen >= 4 && afterHyphen >= 4) return false;
  return left + right - 2 * HYPHEN_BITS - beforeHyphen - afterHyphen >= ODD_BITS;
}

/** “Caliphs —Defeats”: a space on one side of a dash only. */
function* uneven({ text, language }: ProofText): Iterable<Question> {
  if (language !== 'en') return;
  const found = [...text.matchAll(/(?<=[\p{Ll}\p{N}][,;]?)(?: —(?=\p{L})|— (?=\p{Ll}))/gu)];
  if (found.length > 3) return;
  for (const { 0: mark, index: start } of found)
    yield { start, end: start + mark.length, suggestion: '—', confidence: 0.7, because: 'uneven', evidence: {} };
}

function* spaced({ text }: ProofText): Iterable<Question> {
  const found = [...text.matchAll(/(?<=[\p{L}\p{N}.,;!?»”)])(?: -{1,2} |- )(?=\p{L})/gu)].filter(
    ({ index, 0: mark }) => !/^(?:and|or|to|et|ou|à) /.test(text.slice(index + mark.length, index + mark.length + 4)),
  );
  if (found.length > 4) return;
  for (const { 0: mark, index: start } of found) {
    if (mark === '- ' && !/\p{Ll}/u.test(text[start + 2] ?? '')) continue;
    yield {
      start,
      end: start + mark.length,
      suggestion: ' — ',
      confidence: mark === '- ' ? 0.6 : 0.75,
      because: 'spaced',
      evidence: {},
    };
  }
}

function countCompounds(tokens: ProofText['tokens']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 1; index < tokens.length; index++) {
    if (tokens[index]!.gap !== 'hyphen') continue;
    const compound = `${tokens[index - 1]!.lower}-${tokens[index]!.lower}`;
    counts.set(compound, (counts.get(compound) ?? 0) + 1);
  }
  return counts;
}
