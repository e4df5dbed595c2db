import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** Words that grammar doubles (“had had”, “nous nous”), or that speech does (“no no”). */
const DOUBLED = {
  en: new Set(
    'had that her is do no ha so very well now oh yes there bye tut pooh hear ho da knock come long far'.split(' '),
  ),
  fr: new Set('nous vous si non oh ah ha bien tout là très bon fi mais on hé pas'.split(' ')),
};
const SMALL =
  /^(?:the|of|in|to|and|a|for|by|on|at|with|from|that|le|la|les|de|du|des|et|un|une|dans|pour|par|sur|que|qui|en|à)$/;

/** A word written twice, or two small words written twice: “in the in the”. */
export const doubledWord: Check = {
  code: 'doubled-word',
  area: 'words',
  *find(text) {
    const { tokens } = text;
    for (let index = 1; index < tokens.length; index++) {
      const token = tokens[index]!;
      const before = tokens[index - 1]!;
      if (token.gap !== 'space' || !isBlank(text, before.end, token.start)) continue;
      if (token.lower === before.lower) {
        if (isQuestioned(text, index)) {
          yield { start: before.end, end: token.end, suggestion: '', confidence: 0.93, evidence: { word: token.text } };
        }
      } else if (isPairDoubled(text, index)) {
        const start = tokens[index - 2]!.end;
        yield {
          start,
          end: token.end,
          suggestion: '',
          confidence: 0.85,
          evidence: { word: text.text.slice(before.start, token.end) },
        };
      }
    }
  },
};

function isQuestioned({ tokens, foreign, language }: ProofText, index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'word' || (token.lower.length === 1 && token.lower !== 'a' && token.lower !== 'i')) return false;
  if (DOUBLED[language].has(token.lower) || foreign[index] === 1) return false;
  // A doubled name (“Pago Pago”) is one.
  return !(token.shape === 'title' && tokens[index - 1]!.shape === 'title');
}

function isPairDoubled({ tokens, text }: ProofText, index: number): boolean {
  const [first, second, third, fourth] = tokens.slice(Math.max(0, index - 3), index + 1);
  if (fourth === undefined || first?.lower !== third?.lower || second?.lower !== fourth.lower) return false;
  if (!SMALL.test(first!.lower) || !SMALL.test(second!.lower)) return false;
  return (
    third!.gap === 'space' &&
    second!.gap === 'space' &&
    isBlank({ text }, first!.end, second!.start) &&
    isBlank({ text }, second!.end, third!.start)
  );
}

function isBlank({ text }: Pick<ProofText, 'text'>, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}
