// A key for each day, random, forgotten after thirty: what is signed or marked with it cannot be made or traced afterwards.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { findMisprintKey, insertMisprintKey } from '#store/misprint-keys.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';

const KEY_BYTES = 32;
export const DAY_SECONDS = 24 * 60 * 60;
export const KEPT_DAYS = 30;

/** Today's; made when it is first asked for. */
export async function todaysKey(context: Context): Promise<{ readonly day: string; readonly key: Uint8Array }> {
  const day = dayOf(moment(context));
  const known = await findMisprintKey(context.store.reader, day);
  if (known) return { day, key: known };
  const forget = dayOf(momentIn(context, -KEPT_DAYS * DAY_SECONDS));
  const key = await context.store.write(async (transaction) => {
    await insertMisprintKey(transaction, { day, key: context.random.bytes(KEY_BYTES), forget });
    return (await findMisprintKey(transaction, day))!;
  });
  return { day, key };
}

/** Of a day gone by; null once it is forgotten. */
export async function keyOfDay(context: Context, day: string): Promise<Uint8Array | null> {
  return findMisprintKey(context.store.reader, day);
}

export const dayOf = (at: string) => at.slice(0, 10);

/** HMAC-SHA-256 in base64url; the parts cannot run into each other. */
export function sign(key: Uint8Array, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

export function isSigned(key: Uint8Array, parts: readonly string[], signature: string): boolean {
  const right = sign(key, parts);
  return right.length === signature.length && timingSafeEqual(Buffer.from(right), Buffer.from(signature));
}
