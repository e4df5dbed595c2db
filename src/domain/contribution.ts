import type { BlockId, TextId } from './text.ts';

declare const brand: unique symbol;
/** 22 characters of base64url: 16 random bytes, never given twice. */
export type ContributionId = string & { readonly [brand]: 'ContributionId' };

/** What only validated bytes have: public pages take nothing else. Made in `operations/reads/forum.ts` from the table of what is shown. */
export type Validated<T> = T & { readonly [brand]: 'Validated' };

/** waiting → validated | refused | spam; validated → withdrawn; a refused one or spam may be rescued; anything → erased. */
export const CONTRIBUTION_STATES = ['waiting', 'validated', 'refused', 'spam', 'withdrawn', 'erased'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** What a person does with one; `erase` stands in the log of decisions too. The words of the record. */
export const DECISIONS = ['validate', 'refuse', 'spam', 'withdraw', 'erase'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where one waits: likely spam apart; `unconfirmed` until the mailbox answers, where a text's mode asks for it. */
export const LANES = ['main', 'spam', 'unconfirmed'] as const;
export type Lane = (typeof LANES)[number];

/** When a contribution appears: before publication it is read (the default), after it, from confirmed mailboxes, never. */
export const FORUM_MODES = ['before', 'after', 'subscription', 'closed'] as const;
export type ForumMode = (typeof FORUM_MODES)[number];

/** Which texts a change of the site's mode reaches. */
export const MODE_SCOPES = ['future', 'all-but-closed', 'all'] as const;
export type ModeScope = (typeof MODE_SCOPES)[number];

export const ERASURE_GROUNDS = ['request', 'law', 'retention'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/**
 * Days after which what nobody needs any more is erased: what was refused, withdrawn or is spam, whether decided or waiting in
 * its lane; what no mailbox confirmed; and addresses (unconfirmed ones too) that nothing more is written to.
 */
export const RETENTION_DAYS = { refused: 365, withdrawn: 30, spam: 30, unconfirmed: 7, address: 30 } as const;

/** Characters (UTF-16 code units) of each field, as forms and operations hold them. */
export const LONGEST = { name: 80, email: 254, subject: 150, body: 20_000, quote: 300, reason: 1000 } as const;

/** What a person wrote, tidied: what a moderator reads, what is hashed, what may be shown. */
export interface Words {
  readonly name: string;
  readonly subject: string | null;
  /** Plain text with the forum's small markup; paragraphs apart by blank lines. */
  readonly body: string;
}

/** What it is about. */
export interface Place {
  readonly textId: TextId;
  /** The revision of the text that was read. */
  readonly number: number;
  /** Null: the text at large. */
  readonly blockId: BlockId | null;
  /** Words of that paragraph, so that it is found again when the paragraph changed. */
  readonly quote: string | null;
  /** The contribution it answers. */
  readonly parentId: ContributionId | null;
}

/** The exact bytes a decision is bound to and a commitment is made of: UTF-8 JSON, keys in this order. */
export function payloadOf({ textId, blockId, quote, parentId, name, subject, body }: Omit<Place, 'number'> & Words) {
  return Buffer.from(JSON.stringify({ text: textId, block: blockId, quote, parent: parentId, name, subject, body }));
}
