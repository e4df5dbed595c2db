// A form without a session still counts once, and only if one of our pages made it.
import type { TextId } from '#domain/text.ts';
import type { Context } from './context.ts';
import { DAY_SECONDS, dayOf, isSigned, keyOfDay, sign, todaysKey } from './day-key.ts';
import { momentIn } from './moment.ts';
import { newId } from './secret.ts';

/** The form it is for, and the text: it is good for no other. */
export interface TicketUse {
  readonly form: 'misprint' | 'contribution';
  readonly textId: TextId;
}

export interface ReadTicket {
  readonly issuedAt: Date;
  /** Of the day it was issued on. */
  readonly key: Uint8Array;
}

/** Good today and tomorrow. */
export async function issueTicket(context: Context, { form, textId }: TicketUse): Promise<string> {
  const { key } = await todaysKey(context);
  const seconds = Math.floor(context.clock.now().getTime() / 1000).toString(36);
  const nonce = newId<string>(context);
  return `${seconds}.${nonce}.${sign(key, ['ticket', form, seconds, nonce, textId])}`;
}

/** Null for what is no ticket of ours, for this, of yesterday or today. */
export async function readTicket(
  context: Context,
  { form, textId, ticket }: TicketUse & { readonly ticket: string },
): Promise<ReadTicket | null> {
  const [, seconds, nonce, signature] = /^([\da-z]{1,8})\.([\w-]{22})\.([\w-]{43})$/.exec(ticket) ?? [];
  if (seconds === undefined || nonce === undefined || signature === undefined) return null;
  const issuedAt = new Date(Number.parseInt(seconds, 36) * 1000);
  const day = dayOf(issuedAt.toISOString());
  if (day < dayOf(momentIn(context, -DAY_SECONDS))) return null;
  const key = await keyOfDay(context, day);
  if (key === null || !isSigned(key, ['ticket', form, seconds, nonce, textId], signature)) return null;
  return { issuedAt, key };
}
