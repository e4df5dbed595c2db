import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { MailAction, MailSubject } from '#domain/mail.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredMailLink extends MailSubject {
  readonly action: MailAction;
  /** The revision of the contribution it was sent about; null where it is about none in particular. */
  readonly revision: number | null;
}

export async function insertMailLink(
  db: Kysely<Schema>,
  link: StoredMailLink & { readonly tokenHash: string; readonly at: string; readonly expiresAt: string },
): Promise<void> {
  await db
    .insertInto('mail_link')
    .values({
      token_hash: link.tokenHash,
      action: link.action,
      contribution_id: link.contributionId,
      account_id: link.accountId,
      revision: link.revision,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Looking uses nothing up. */
export async function findMailLink(
  db: Kysely<Schema>,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: string },
): Promise<StoredMailLink | null> {
  const row = await db
    .selectFrom('mail_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (!row) return null;
  return {
    action: row.action as MailAction,
    contributionId: row.contribution_id as ContributionId | null,
    accountId: row.account_id as AccountId | null,
    revision: row.revision,
  };
}

export async function deleteMailLinks(
  db: Kysely<Schema>,
  of:
    | { readonly tokenHash: string }
    | { readonly contributionId: ContributionId; readonly action?: MailAction }
    | { readonly expiredAt: string },
): Promise<void> {
  const links = db.deleteFrom('mail_link');
  if ('tokenHash' in of) await links.where('token_hash', '=', of.tokenHash).execute();
  else if ('expiredAt' in of) await links.where('expires_at', '<=', of.expiredAt).execute();
  else {
    const ofContribution = links.where('contribution_id', '=', of.contributionId);
    await (of.action ? ofContribution.where('action', '=', of.action) : ofContribution).execute();
  }
}
