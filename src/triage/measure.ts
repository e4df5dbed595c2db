import { assess } from './assess.ts';
import { groupKey } from './group-key.ts';
import { type Lesson, train } from './learn.ts';
import type { Model } from './model.ts';

/** A post of which somebody said what it is. */
export interface LabelledPost extends Lesson {
  /** Where it was posted; null where that is not known. */
  readonly source: string | null;
}

export interface JudgedPost {
  readonly post: LabelledPost;
  /** As `assess` gives it. */
  readonly score: number;
}

export interface Figures {
  /** Share of posts on the right side of one half. */
  readonly accuracy: number;
  /** Share of spam above a bar that one good post in a hundred passes too. */
  readonly spamCaughtAt1: number;
  /** The same for one good post in two hundred. */
  readonly spamCaughtAt05: number;
}

const FOLDS = 10;

/** What a model thinks of each post when nothing else is known of it. */
export function judge(model: Model, posts: readonly LabelledPost[]): readonly JudgedPost[] {
  return posts.map((post) => ({ post, score: assess({ submission: post.submission, model }).score }));
}

/**
 * Each source judged by a model that learnt from the others only. Without two sources, ten parts; near duplicates are in the
 * same part, for otherwise the model would be asked what it was told.
 */
export function judgeLeavingOneOut(posts: readonly LabelledPost[]): readonly JudgedPost[] {
  const hasSources = new Set(posts.map(({ source }) => source)).size > 1;
  const parts = Map.groupBy(posts, (post) => (hasSources ? post.source : partOf(post)));
  return [...parts.values()].flatMap((part) => {
    const inPart = new Set(part);
    return judge(train(posts.filter((post) => !inPart.has(post))), part);
  });
}

export function figuresOf(judged: readonly JudgedPost[]): Figures {
  const right = judged.filter(({ post, score }) => score >= 0.5 === post.isSpam).length;
  return {
    accuracy: right / judged.length,
    spamCaughtAt1: spamCaught(judged, 0.01),
    spamCaughtAt05: spamCaught(judged, 0.005),
  };
}

/** With the bar as low as it can be while no more than that share of the good posts stands above it. */
function spamCaught(judged: readonly JudgedPost[], mostLost: number): number {
  const scoresOf = (isSpam: boolean) => judged.filter(({ post }) => post.isSpam === isSpam).map(({ score }) => score);
  const good = scoresOf(false).sort((one, other) => other - one);
  const spam = scoresOf(true);
  const bar = good[Math.floor(mostLost * good.length)] ?? 0;
  return spam.filter((score) => score > bar).length / spam.length;
}

function partOf({ submission }: LabelledPost): string {
  const sum = [...groupKey(submission.body)].reduce(
    (total, letter) => (total * 31 + letter.charCodeAt(0)) % 1_000_003,
    7,
  );
  return String(sum % FOLDS);
}
