import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export interface Attempts {
  readonly failures: number;
  readonly blockedUntil: string | null;
}

export async function findAttempts(
  db: Kysely<Schema>,
  { key, since }: { readonly key: string; readonly since: string },
): Promise<Attempts> {
  const row = await db
    .selectFrom('attempt')
    .select(['failures', 'blocked_until as blockedUntil'])
    .where('key', '=', key)
    .where('last_at', '>', since)
    .executeTakeFirst();
  return row ?? { failures: 0, blockedUntil: null };
}

export async function writeAttempts(
  db: Kysely<Schema>,
  attempts: Attempts & { readonly key: string; readonly at: string },
): Promise<void> {
  const values = { failures: attempts.failures, last_at: attempts.at, blocked_until: attempts.blockedUntil };
  await db
    .insertInto('attempt')
    .values({ key: attempts.key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
}

export async function forgetAttempts(
  db: Kysely<Schema>,
  { key, before }: { readonly key?: string; readonly before?: string },
): Promise<void> {
  if (key !== undefined) await db.deleteFrom('attempt').where('key', '=', key).execute();
  if (before !== undefined) await db.deleteFrom('attempt').where('last_at', '<=', before).execute();
}
