// A key for each day, random, forgotten after thirty: what is signed or marked with it cannot be made or traced afterwards.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { findMisprintKey, insertMisprintKey } from '#store/misprint-keys.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';

const KEY_BYTES = 32;
export const DAY_SECONDS = 24 * 60 * 60;
export const KEPT_DAYS = 30;

interface DayKey {
  readonly day: string;
  readonly key: Uint8Array;
}

/** Once made it stays what it is; asked for with every form, it is read once a day. */
const todays = new WeakMap<Store, DayKey>();

/** Today's; made when it is first asked for. */
export async function todaysKey(context: Context): Promise<DayKey> {
  const day = dayOf(moment(context));
  const known = todays.get(context.store);
  if (known?.day === day) return known;
  const found = await findMisprintKey(context.store.reader, day);
  const today = { day, key: found ?? (await makeKey(context, day)) };
  todays.set(context.store, today);
  return today;
}

async function makeKey(context: Context, day: string): Promise<Uint8Array> {
  const forget = dayOf(momentIn(context, -KEPT_DAYS * DAY_SECONDS));
  return context.store.write(async (transaction) => {
    await insertMisprintKey(transaction, { day, key: context.random.bytes(KEY_BYTES), forget });
    // Another process may have been quicker.
    return (await findMisprintKey(transaction, day))!;
  });
}

/** Of a day gone by; null once it is forgotten. */
export async function keyOfDay(context: Context, day: string): Promise<Uint8Array | null> {
  const known = todays.get(context.store);
  if (known?.day === day) return known.key;
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
