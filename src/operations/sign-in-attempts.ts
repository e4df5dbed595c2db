// Guessing passwords is made slow in the database, so that it is slow for every process at once.
import { isIPv6 } from 'node:net';
import { nameKey } from '#store/accounts.ts';
import { type Attempts, findAttempts, forgetAttempts, writeAttempts } from '#store/attempts.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';

/** Free tries, then a delay that doubles up to the longest. A name's stays short: nobody may lock another out by guessing at it. */
const LIMITS = {
  name: { free: 5, longestSeconds: 60 },
  address: { free: 20, longestSeconds: 15 * 60 },
} as const;
const REMEMBERED_SECONDS = 24 * 60 * 60;

interface Attempt {
  readonly name: string;
  readonly address: string;
}

/**
 * Counts a try before its password is looked at, so that many at once cannot slip through together.
 * Seconds to wait when it is too soon; then nothing is counted and the password is not looked at.
 */
export async function countAttempt(context: Context, attempt: Attempt): Promise<number> {
  const now = moment(context);
  const since = momentIn(context, -REMEMBERED_SECONDS);
  return context.store.write(async (transaction) => {
    await forgetAttempts(transaction, { before: since });
    const known = await Promise.all(
      keysOf(attempt).map(async (row) => ({ ...row, ...(await findAttempts(transaction, { key: row.key, since })) })),
    );
    const waitSeconds = Math.max(...known.map((row) => secondsUntil(row, now)));
    if (waitSeconds > 0) return waitSeconds;
    for (const { key, kind, failures } of known) {
      const blockedUntil =
        failures + 1 < LIMITS[kind].free ? null : momentIn(context, delaySeconds(kind, failures + 1));
      await writeAttempts(transaction, { key, at: now, failures: failures + 1, blockedUntil });
    }
    return 0;
  });
}

/** Signed in: the name's count ends; the address's only loses the try that was right. */
export async function forgiveAttempts(context: Context, transaction: Store['reader'], attempt: Attempt): Promise<void> {
  for (const { key, kind } of keysOf(attempt)) {
    if (kind === 'name') await forgetAttempts(transaction, { key });
    else await forgiveOne(transaction, { key, at: moment(context) });
  }
}

async function forgiveOne(
  transaction: Store['reader'],
  { key, at }: { readonly key: string; readonly at: string },
): Promise<void> {
  const { failures, blockedUntil } = await findAttempts(transaction, { key, since: '' });
  if (failures <= 1) await forgetAttempts(transaction, { key });
  else await writeAttempts(transaction, { key, at, failures: failures - 1, blockedUntil });
}

function keysOf({ name, address }: Attempt) {
  return [
    { kind: 'name', key: `name ${nameKey(name.trim()).slice(0, 100)}` },
    { kind: 'address', key: `address ${addressPrefix(address)}` },
  ] as const;
}

/** Whoever has one IPv6 address has its whole /64. */
export function addressPrefix(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const ending = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - ending.length).fill('0');
  return [...groups, ...zeros, ...ending]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function delaySeconds(kind: keyof typeof LIMITS, failures: number): number {
  const { free, longestSeconds } = LIMITS[kind];
  return Math.min(2 ** Math.min(failures - free, 20), longestSeconds);
}

function secondsUntil({ blockedUntil }: Attempts, now: string): number {
  return blockedUntil === null ? 0 : Math.max(0, Math.ceil((Date.parse(blockedUntil) - Date.parse(now)) / 1000));
}
