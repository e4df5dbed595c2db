import { groupKeyOf } from './group-key.ts';
import { logistic } from './score.ts';
import { type Assessing, sentOf } from './sent.ts';
import type { SignalCode, Weighed } from './signal.ts';
import { SIGNALS } from './signals.ts';

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

/** From this score on a contribution waits among the likely spam: four to one. */
export const LIKELY_SPAM = 0.8;

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
    groupKey: assessing.groupKey ?? groupKeyOf(sent.body),
  };
}
