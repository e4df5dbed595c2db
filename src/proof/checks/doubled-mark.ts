import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { endsAbbreviation } from '../words/abbreviations.ts';

const PAIRS = /,[,;.:]|;[;,.:]|:[:;,](?!\/)|(?<!\.)\.\.(?!\.)|\.[,;:]/g;
const SPACED = /(?<=[\p{L}\p{N}»”"’)\]])[ \u00A0\u202F]+([,.;:!?])(?=[\s”"’)\]]|$)/gu;
/** A text that spaces its marks this often does so on purpose. */
const HABIT = 4;

/** Two marks where one belongs, or a mark parted from its word. */
export const doubledMark: Check = {
  code: 'doubled-mark',
  area: 'marks',
  *find(text) {
    yield* pairs(text);
    yield* spaced(text);
  },
};

function* pairs({ text }: ProofText): Iterable<Question> {
  for (const { 0: marks, index: start } of text.matchAll(PAIRS)) {
    if (
      marks[0] === '.' &&
      marks !== '..' &&
      (endsAbbreviation(text, start) || /\p{Lu}\p{Ll}{1,5}$/u.test(text.slice(start - 6, start)))
    )
      continue;
    if (marks === '..' && /[.\s]/.test(text[start - 1] ?? ' ')) continue;
    yield {
      start,
      end: start + 2,
      suggestion: marks === '..' ? '.' : marks.includes(',') && !marks.includes('.') ? ',' : null,
      confidence: 0.9,
      because: 'two',
      evidence: { marks },
    };
  }
}

function* spaced({ text, language }: ProofText): Iterable<Question> {
  const found = [...text.matchAll(SPACED)].filter(({ 1: mark, index, 0: all }) => {
    // French sets a space before the high marks; an ellipsis and a decimal are other things.
    if (language === 'fr' && /[;:!?]/.test(mark!)) return false;
    return (
      !(mark === '.' && /[.\d]/.test(text[index + all.length] ?? '')) &&
      !/^\s*\. ?\./.test(text.slice(index + all.length - 1))
    );
  });
  const counts = new Map<string, number>();
  for (const { 1: mark = '' } of found) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const habits = [...counts].flatMap(([mark, count]) =>
    count > HABIT && count > text.split(mark).length / 10 ? [mark] : [],
  );
  for (const { 0: all, 1: mark = '', index: start } of found) {
    if (habits.includes(mark)) continue;
    yield {
      start,
      end: start + all.length,
      suggestion: mark,
      confidence: 0.85,
      because: 'spaced',
      evidence: { mark },
    };
  }
}
