import type { Check } from './check.ts';
import { article } from './checks/article.ts';
import { brokenWord } from './checks/broken-word.ts';
import { confusedWord } from './checks/confused-word.ts';
import { contraryFigures } from './checks/contrary-figures.ts';
import { doubledMark } from './checks/doubled-mark.ts';
import { doubledWord } from './checks/doubled-word.ts';
import { impossibleDate } from './checks/impossible-date.ts';
import { joinedWords } from './checks/joined-words.ts';
import { loneLetter } from './checks/lone-letter.ts';
import { lostAccent } from './checks/lost-accent.ts';
import { lowerAfterStop } from './checks/lower-after-stop.ts';
import { malformedNumber } from './checks/malformed-number.ts';
import { missingApostrophe } from './checks/missing-apostrophe.ts';
import { missingSpace } from './checks/missing-space.ts';
import { missingStop } from './checks/missing-stop.ts';
import { mixedScript } from './checks/mixed-script.ts';
import { mixedSpelling } from './checks/mixed-spelling.ts';
import { mojibake } from './checks/mojibake.ts';
import { nameVariant } from './checks/name-variant.ts';
import { noStopAfter } from './checks/no-stop-after.ts';
import { noteCalls } from './checks/note-calls.ts';
import { partOverWhole } from './checks/part-over-whole.ts';
import { repeatedClause } from './checks/repeated-clause.ts';
import { reversedRange } from './checks/reversed-range.ts';
import { splitParagraph } from './checks/split-paragraph.ts';
import { splitWord } from './checks/split-word.ts';
import { strayCapital } from './checks/stray-capital.ts';
import { straySymbol } from './checks/stray-symbol.ts';
import { swappedWords } from './checks/swapped-words.ts';
import { unclosedBracket } from './checks/unclosed-bracket.ts';
import { unclosedQuote } from './checks/unclosed-quote.ts';
import { unknownWord } from './checks/unknown-word.ts';
import { wrongDash } from './checks/wrong-dash.ts';
import { wrongQuote } from './checks/wrong-quote.ts';

/** Every check there is, in the order of the reference: docs/reference/proofing.md names each, with its reason and an example. */
export const CHECKS = [
  mojibake,
  straySymbol,
  doubledMark,
  wrongDash,
  wrongQuote,
  noStopAfter,
  splitWord,
  joinedWords,
  missingSpace,
  unclosedQuote,
  unclosedBracket,
  noteCalls,
  splitParagraph,
  missingStop,
  doubledWord,
  mixedScript,
  brokenWord,
  unknownWord,
  confusedWord,
  swappedWords,
  lostAccent,
  missingApostrophe,
  strayCapital,
  lowerAfterStop,
  loneLetter,
  article,
  mixedSpelling,
  nameVariant,
  malformedNumber,
  contraryFigures,
  impossibleDate,
  repeatedClause,
  reversedRange,
  partOverWhole,
] as const satisfies readonly Check[];
