import type { Sent } from './sent.ts';

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
