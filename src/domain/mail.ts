import type { ContributionId } from './contribution.ts';
import type { AccountId } from './text.ts';

/** What is written by mail, and what each needs to be said. No kind carries another person's address. */
export type MailContent =
  /** Asks whether the address is theirs. */
  | { readonly kind: 'confirm'; readonly title: string; readonly token: string }
  /** The same, of a moderator's own account. */
  | { readonly kind: 'confirm-digest'; readonly token: string }
  /** The private link; only to an address that was confirmed. */
  | { readonly kind: 'receipt'; readonly title: string; readonly receipt: string }
  | { readonly kind: 'validated'; readonly title: string; readonly path: string }
  | { readonly kind: 'refused'; readonly title: string; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly title: string; readonly reason: string }
  /** Somebody's validated answer to theirs. */
  | { readonly kind: 'reply'; readonly title: string; readonly path: string }
  /** To a moderator, once a day. */
  | { readonly kind: 'digest'; readonly waiting: number; readonly spam: number; readonly oldestAt: string | null };

/** Whom it is for: kept so that erasing finds what was not sent yet, and so that “no more mail” knows whose. */
export interface MailSubject {
  readonly contributionId: ContributionId | null;
  readonly accountId: AccountId | null;
}

/** What a link in a mail does, once, when its page is posted; looking at it does nothing. */
export const MAIL_ACTIONS = ['confirm', 'stop'] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];
