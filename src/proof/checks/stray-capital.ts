import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

const SMALL = {
  en: new Set(
    'the of to and in that is was he for it with as his on be at by had not are but from or have an they which this were their all has been would if no when so there more its them than who him could into such our us we you your she her can did do these those some any what being upon only then other one about between after before under through where while because since though whether shall should must might very much went came made gave took told asked thought knew felt began seemed'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des du et en un une à au aux que qui ne pas dans pour par sur se son sa ses ce cette ces il elle ils elles on nous vous je tu leur leurs est sont était étaient a ont avait avec sans sous mais ou où dont comme plus si tout tous toute toutes y même entre après avant vers chez lui être avoir fait peut ainsi aussi lorsque quand car ni'.split(
      ' ',
    ),
  ),
};

/** A small word with a capital in the middle of a sentence: “the enemies Of the people”. */
export const strayCapital: Check = {
  code: 'stray-capital',
  area: 'words',
  *find(text) {
    const { tokens, language } = text;
    for (let index = 1; index < tokens.length; index++) {
      const { shape, lower, start, end } = tokens[index]!;
      if (shape !== 'title' || !SMALL[language].has(lower) || !isInsideSentence(text, index)) continue;
      yield {
        start,
        end,
        suggestion: text.text.slice(start, end).toLowerCase(),
        confidence: 0.88,
        evidence: { word: text.text.slice(start, end) },
      };
    }
  },
};

/** Between two words in lower case, with nothing but spaces around: no title, no quotation, no name. */
function isInsideSentence({ tokens, text, foreign, language, paragraphs }: ProofText, index: number): boolean {
  const before = tokens[index - 1]!;
  const token = tokens[index]!;
  const after = tokens[index + 1];
  if (paragraphs[token.paragraph]!.kind === 'heading' || paragraphs[token.paragraph]!.kind === 'verse') return false;
  if (text.slice(before.end, token.start).trim() !== '' || token.gap !== 'space' || foreign[index] === 1) return false;
  const open =
    before.shape === 'lower' ||
    (before.gap === 'stop' && before.kind === 'word') ||
    (before.shape === 'title' && SMALL[language].has(before.lower));
  if (!open || (language === 'fr' && token.lower === 'est' && /^(?:l'|d'|le|du|de|à|en)$/.test(before.lower)))
    return false;
  if (after === undefined || after.gap === 'stop') return before.shape === 'lower';
  return after.shape === 'lower' || after.kind !== 'word';
}
