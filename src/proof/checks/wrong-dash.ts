import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';

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
    if (
      token.shape !== 'lower' ||
      !CLAUSE[language].has(token.lower) ||
      before.kind !== 'word' ||
      words.word(before.hash) < 0
    )
      continue;
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
