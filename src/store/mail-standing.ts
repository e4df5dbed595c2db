// Whether mail about a contribution may be sent at all: asked again when it is sent, whoever wrote the row.
import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface MailStanding {
  readonly email: string;
  readonly isConfirmed: boolean;
  readonly wantsMail: boolean;
  readonly lane: string | null;
}

/** Null when it was erased or never had an address. */
export async function findMailStanding(db: Kysely<Schema>, id: ContributionId): Promise<MailStanding | null> {
  const row = await db
    .selectFrom('contribution')
    .select(['email', 'email_confirmed_at', 'notify', 'lane'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.email) return null;
  return {
    email: row.email,
    isConfirmed: row.email_confirmed_at !== null,
    wantsMail: row.notify === 1,
    lane: row.lane,
  };
}

export async function confirmAddress(
  db: Kysely<Schema>,
  { id, at }: { readonly id: ContributionId; readonly at: string },
): Promise<void> {
  await db
    .updateTable('contribution')
    .set({ email_confirmed_at: at })
    .where('id', '=', id)
    .where('email', 'is not', null)
    .execute();
}

export async function stopContributionMail(db: Kysely<Schema>, id: ContributionId): Promise<void> {
  await db.updateTable('contribution').set({ notify: 0 }).where('id', '=', id).execute();
}

export interface DigestReader {
  readonly accountId: AccountId;
  readonly email: string;
}

/** Administrators who asked for the digest, may still read the queue, and had none on that day. */
export async function listDigestReaders(db: Kysely<Schema>, day: string): Promise<readonly DigestReader[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'email'])
    .where('digest', '=', 1)
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('email', 'is not', null)
    .where((where) => where.or([where('digest_on', 'is', null), where('digest_on', '<', day)]))
    .execute();
  return rows.map(({ id, email }) => ({ accountId: id as AccountId, email: email! }));
}

/** False when another process wrote this day's meanwhile. */
export async function markDigest(
  db: Kysely<Schema>,
  { accountId, day }: { readonly accountId: AccountId; readonly day: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ digest_on: day })
    .where('id', '=', accountId)
    .where((where) => where.or([where('digest_on', 'is', null), where('digest_on', '<', day)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function readDigestFigures(
  db: Kysely<Schema>,
): Promise<{ readonly waiting: number; readonly spam: number; readonly oldestAt: string | null }> {
  const lanes = await db
    .selectFrom('contribution')
    .select(({ fn }) => ['lane', fn.countAll<number>().as('count'), fn.min('received_at').as('oldest')])
    .where('lane', 'in', ['main', 'spam'])
    .groupBy('lane')
    .execute();
  const of = (name: string) => lanes.find(({ lane }) => lane === name);
  return { waiting: of('main')?.count ?? 0, spam: of('spam')?.count ?? 0, oldestAt: of('main')?.oldest ?? null };
}

export async function changeDigest(
  db: Kysely<Schema>,
  {
    accountId,
    email,
    wants,
  }: { readonly accountId: AccountId; readonly email?: string | null; readonly wants: boolean },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ digest: wants ? 1 : 0, ...(email !== undefined && { email }) })
    .where('id', '=', accountId)
    .execute();
}

export async function findDigest(
  db: Kysely<Schema>,
  accountId: AccountId,
): Promise<{ readonly email: string | null; readonly wants: boolean } | null> {
  const row = await db.selectFrom('account').select(['email', 'digest']).where('id', '=', accountId).executeTakeFirst();
  return row ? { email: row.email, wants: row.digest === 1 } : null;
}
