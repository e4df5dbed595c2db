import { fold } from './fold.ts';
import { groupKey } from './group-key.ts';
import { LONGEST_LOOKED_AT, MOST_LOOKED_AT } from './limits.ts';
import { findLinks } from './links.ts';
import type { Model } from './model.ts';
import { logistic } from './score.ts';
import type { Sent, SignalCode, Weighed } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { type Circumstances, type Lists, NO_LISTS, type Submission, UNKNOWN_CIRCUMSTANCES } from './submission.ts';
import { wordsOf } from './words.ts';

export type Lane = 'main' | 'spam';

export interface Assessment {
  /** 0 good, 1 spam; a half where nothing speaks for either. */
  readonly score: number;
  /** Where it waits. Nothing is refused or validated by it. */
  readonly lane: Lane;
  /** What spoke, the heaviest first; `triage.<code>` with these values says it to a person. */
  readonly signals: readonly (Weighed & { readonly code: SignalCode })[];
  readonly groupKey: string;
}

export interface Assessing {
  readonly submission: Submission;
  readonly model: Model;
  readonly circumstances?: Circumstances;
  readonly lists?: Lists;
}

/** From this score on a contribution waits among the likely spam: four to one. */
const LIKELY_SPAM = 0.8;

/**
 * What is to be thought of a submission before a moderator reads it. Advises, never decides. Deterministic; never throws;
 * takes a few milliseconds for the longest post.
 */
export function assess(assessing: Assessing): Assessment {
  const sent = sentOf(assessing);
  const signals = SIGNALS.flatMap(({ code, weigh }) => {
    const weighed = weigh(sent);
    return weighed === null ? [] : [{ code, ...weighed }];
  });
  const sum = signals.reduce((total, { weight }) => total + weight, 0);
  const score = logistic(sum);
  return {
    score,
    lane: score >= LIKELY_SPAM ? 'spam' : 'main',
    signals: signals.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
    groupKey: groupKey(assessing.submission.body),
  };
}

function sentOf({ submission, model, circumstances = UNKNOWN_CIRCUMSTANCES, lists = NO_LISTS }: Assessing): Sent {
  const parts = [submission.name, submission.subject ?? '', submission.body.slice(0, LONGEST_LOOKED_AT)];
  const raw = parts
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MOST_LOOKED_AT);
  const folded = fold(raw);
  return { submission, circumstances, lists, model, raw, folded, words: wordsOf(folded), links: findLinks(folded) };
}
