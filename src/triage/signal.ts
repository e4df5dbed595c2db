import type { Link } from './links.ts';
import type { Model } from './model.ts';
import type { Circumstances, Lists, Submission } from './submission.ts';

/** The codes of the signals. Stable: they are stored with a contribution and each has its message, `triage.<code>`. */
export const SIGNAL_CODES = [
  'classifier',
  'links',
  'shortened-links',
  'hidden-links',
  'look-alikes',
  'hidden-characters',
  'shouting',
  'repetition',
  'no-words',
  'name',
  'passage',
  'copies',
  'near-copies',
  'blocked-words',
  'allowed-sender',
  'form-time',
  'proof-of-work',
  'honeypot',
] as const;
export type SignalCode = (typeof SIGNAL_CODES)[number];

/** One thing that speaks for or against a submission. */
export interface Signal {
  readonly code: SignalCode;
  /** Null where it has nothing to say. Never throws; bounded by the length of what was sent. */
  readonly weigh: (sent: Sent) => Weighed | null;
}

/** A weight is in log-odds: above nought it speaks for spam; one unit multiplies the odds by 2.7. */
export interface Weighed {
  readonly weight: number;
  /** What the message shows as evidence. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What every signal looks at, made once. */
export interface Sent {
  readonly submission: Submission;
  readonly circumstances: Circumstances;
  readonly lists: Lists;
  readonly model: Model;
  /** Name, subject and body as they came, cut at the longest that is looked at, a line between them. */
  readonly raw: string;
  /** The same as they are understood: normalised, look-alikes folded, small letters. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly links: readonly Link[];
}
