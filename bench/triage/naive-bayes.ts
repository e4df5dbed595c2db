// The peer: what most filters of small sites are, naive Bayes over words with add-one smoothing (Graham, 2002).
import type { Lesson } from '#triage/learn.ts';
import { logistic } from '#triage/score.ts';

export type Judge = (lesson: Lesson) => number;

export function naiveBayes(lessons: readonly Lesson[]): Judge {
  const spam = countsOf(lessons.filter(({ isSpam }) => isSpam));
  const good = countsOf(lessons.filter(({ isSpam }) => !isSpam));
  const known = new Set([...spam.words.keys(), ...good.words.keys()]).size;
  const chance = ({ words, total }: Counts, word: string) => ((words.get(word) ?? 0) + 1) / (total + known);
  return ({ submission }) => {
    const prior = Math.log((spam.posts + 1) / (good.posts + 1));
    const evidence = wordsIn(submission.body).map((word) => Math.log(chance(spam, word) / chance(good, word)));
    return logistic(evidence.reduce((sum, one) => sum + one, prior));
  };
}

interface Counts {
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
  readonly posts: number;
}

function countsOf(lessons: readonly Lesson[]): Counts {
  const words = new Map<string, number>();
  let total = 0;
  for (const word of lessons.flatMap(({ submission }) => wordsIn(submission.body))) {
    words.set(word, (words.get(word) ?? 0) + 1);
    total += 1;
  }
  return { words, total, posts: lessons.length };
}

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
