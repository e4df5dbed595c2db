// A form without a session still counts once, and only if one of our pages made it. Everything hangs on a key a day, forgotten after thirty.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TextId } from '#domain/text.ts';
import { findMisprintKey, insertMisprintKey } from '#store/misprint-keys.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';
import { newId } from './secret.ts';

const KEY_BYTES = 32;
const DAY_SECONDS = 24 * 60 * 60;
const KEPT_DAYS = 30;

/** For the form of one text; good today and tomorrow. */
export async function issueTicket(context: Context, { textId }: { readonly textId: TextId }): Promise<string> {
  const [day, nonce] = [dayOf(moment(context)), newId<string>(context)];
  return `${day}.${nonce}.${sign(await dayKey(context, day), ['ticket', day, nonce, textId])}`;
}

export async function isTicket(
  context: Context,
  { textId, ticket }: { readonly textId: TextId; readonly ticket: string },
): Promise<boolean> {
  const [, day, nonce, signature] = /^(\d{4}-\d\d-\d\d)\.([\w-]{22})\.([\w-]{43})$/.exec(ticket) ?? [];
  if (day === undefined || nonce === undefined || signature === undefined) return false;
  if (day < dayOf(momentIn(context, -DAY_SECONDS))) return false;
  const key = await findMisprintKey(context.store.reader, day);
  return key !== null && isEqual(sign(key, ['ticket', day, nonce, textId]), signature);
}

/** Tells one sender's reports of a day apart, and nothing else once the day's key is gone. */
export async function senderMark(
  context: Context,
  { prefix }: { readonly prefix: string },
): Promise<{ readonly day: string; readonly mark: string }> {
  const day = dayOf(moment(context));
  return { day, mark: sign(await dayKey(context, day), ['sender', day, prefix]) };
}

async function dayKey(context: Context, day: string): Promise<Uint8Array> {
  const known = await findMisprintKey(context.store.reader, day);
  if (known) return known;
  const forget = dayOf(momentIn(context, -KEPT_DAYS * DAY_SECONDS));
  return context.store.write(async (transaction) => {
    await insertMisprintKey(transaction, { day, key: context.random.bytes(KEY_BYTES), forget });
    return (await findMisprintKey(transaction, day))!;
  });
}

const dayOf = (at: string) => at.slice(0, 10);

const sign = (key: Uint8Array, parts: readonly string[]) =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

const isEqual = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
