import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { MailContent, MailSubject } from '#domain/mail.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredMail extends MailSubject {
  readonly id: number;
  readonly recipient: string;
  readonly language: string;
  readonly content: MailContent;
  readonly attempts: number;
}

interface NewMail extends MailSubject {
  readonly recipient: string;
  readonly language: string;
  readonly content: MailContent;
  readonly at: string;
  /** Not before; null: held until something releases it. */
  readonly dueAt: string | null;
}

const HELD = '9999-12-31T23:59:59Z';

/** Written in the transaction of the act that causes it: sent if, and only if, that act was done. */
export async function insertMail(db: Kysely<Schema>, mail: NewMail): Promise<void> {
  const { recipient, language, content, at, dueAt, contributionId, accountId } = mail;
  await db
    .insertInto('mail')
    .values({
      kind: content.kind,
      recipient,
      language,
      content: JSON.stringify(content),
      contribution_id: contributionId,
      account_id: accountId,
      created_at: at,
      due_at: dueAt ?? HELD,
    })
    .execute();
}

/** What was held for a contribution may go now. */
export async function releaseMail(
  db: Kysely<Schema>,
  { contributionId, at }: { readonly contributionId: ContributionId; readonly at: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ due_at: at })
    .where('contribution_id', '=', contributionId)
    .where('due_at', '=', HELD)
    .execute();
}

export async function isMailDue(db: Kysely<Schema>, at: string): Promise<boolean> {
  const row = await db.selectFrom('mail').select('id').where('due_at', '<=', at).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Takes the oldest that are due, putting them off to `until`: another process passes them by, and a crash tries them again. */
export async function claimDueMail(
  db: Kysely<Schema>,
  { at, until, limit }: { readonly at: string; readonly until: string; readonly limit: number },
): Promise<readonly StoredMail[]> {
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await db
    .updateTable('mail')
    .set((set) => ({ due_at: until, attempts: set('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    recipient: row.recipient,
    language: row.language,
    content: JSON.parse(row.content) as MailContent,
    contributionId: row.contribution_id as ContributionId | null,
    accountId: row.account_id as AccountId | null,
    attempts: row.attempts + 1,
  }));
}

export async function putOffMail(
  db: Kysely<Schema>,
  { id, dueAt, error }: { readonly id: number; readonly dueAt: string; readonly error: string },
): Promise<void> {
  await db.updateTable('mail').set({ due_at: dueAt, last_error: error }).where('id', '=', id).execute();
}

export async function deleteMail(
  db: Kysely<Schema>,
  of: { readonly id: number } | { readonly contributionId: ContributionId } | { readonly createdBefore: string },
): Promise<void> {
  const mail = db.deleteFrom('mail');
  if ('id' in of) await mail.where('id', '=', of.id).execute();
  else if ('contributionId' in of) await mail.where('contribution_id', '=', of.contributionId).execute();
  else await mail.where('created_at', '<', of.createdBefore).execute();
}
