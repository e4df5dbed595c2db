// The labelled texts as words that may have been misread: what speaks for each rival, and whether it was meant.
import { foldLexicon } from '#proof/lexicon/lexicon.ts';
import { paragraphsOf } from '#proof/text/paragraphs.ts';
import { proofTextOf } from '#proof/text/proof-text.ts';
import { doubtedWords } from '#proof/words/doubted-words.ts';
import { TRAITS, traitsOf } from '#proof/words/misreading-odds.ts';
import { type LabelledError, type LabelledText, readLabelled } from '../../bench/proof/labelled-text.ts';
import { hits } from '../../bench/proof/score.ts';
import type { Sample } from './logistic-regression.ts';

const SETS = ['injected_en', 'clean_en', 'injected_fr', 'clean_fr', 'typos_en', 'ocr_en'];

export interface Doubt {
  /** One for each thinkable rival. */
  readonly rivals: readonly Sample[];
  /** The word stands in an error, whatever was meant. */
  readonly isWrong: boolean;
  /** A rival is what was meant: the error can be found. */
  readonly isReachable: boolean;
  readonly beginsSentence: boolean;
}

export interface DoubtfulText {
  readonly set: string;
  readonly words: number;
  readonly doubts: readonly Doubt[];
}

/** Null where the data, which is not part of the project, is not there. */
export function readDoubtfulTexts(): readonly DoubtfulText[] | null {
  const texts = SETS.map((set) => readLabelled(set)?.map((text) => doubtsOf(set, text)));
  return texts.includes(undefined) ? null : texts.flatMap((some) => some!);
}

function doubtsOf(set: string, { text, lang, errors, unscored = [] }: LabelledText): DoubtfulText {
  const paragraphs = paragraphsOf(text);
  const [lexicon, library] = [foldLexicon([]), new Map()];
  const view = proofTextOf({ text, language: lang, paragraphs, passages: [], lexicon, library });
  const points = [...text].length === text.length ? null : text;
  const doubts: Doubt[] = [];
  for (const { index, sides, misreadings } of doubtedWords(view)) {
    const token = view.tokens[index]!;
    const place = { rule: '', confidence: 1, start: codePoint(points, token.start), end: codePoint(points, token.end) };
    if (unscored.some((error) => hits(place, error))) continue;
    const wrong = errors.filter((error) => hits(place, error));
    const rivals = misreadings.map((misreading) => {
      const traits = traitsOf(view.words, sides, misreading);
      const isTrue = wrong.some((error) => isMeant(misreading.rival.word, token.lower, error));
      return { traits: Float64Array.from(TRAITS, (trait) => traits[trait]), isTrue };
    });
    const isReachable = rivals.some(({ isTrue }) => isTrue);
    doubts.push({ rivals, isWrong: wrong.length > 0, isReachable, beginsSentence: token.shape === 'title' });
  }
  return { set, words: view.tokens.length, doubts };
}

/** Put in the place of the word read, the rival makes what is right of what is wrong. */
function isMeant(rival: string, read: string, { wrong, right }: LabelledError): boolean {
  const [is, meant] = [wrong, right].map((words) => words.toLowerCase().replaceAll('’', "'").trim());
  return is!.includes(read) && is!.replace(read, rival) === meant;
}

const codePoint = (text: string | null, unit: number) => (text === null ? unit : [...text.slice(0, unit)].length);
