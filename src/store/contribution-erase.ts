// Taking all of a contribution out of the database but the fact that there was one.
import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import { deleteContributionKey } from './contribution-keys.ts';
import { deleteContributionRevisions } from './contribution-revisions.ts';
import { dropFromIndex } from './contribution-search.ts';
import { changeContribution, endLease } from './contributions.ts';
import { deleteMail } from './mail.ts';
import { deleteMailLinks } from './mail-links.ts';
import { deletePending } from './pending-decisions.ts';
import type { Schema } from './schema.ts';
import { hideContribution } from './shown-contributions.ts';

/** After its entry in the log of decisions. True when something of it was shown. */
export async function eraseStoredContribution(
  db: Kysely<Schema>,
  { id, row, at }: { readonly id: ContributionId; readonly row: number; readonly at: string },
): Promise<boolean> {
  const wasShown = await hideContribution(db, id);
  await deletePending(db, [id]);
  await deleteContributionRevisions(db, id);
  await deleteContributionKey(db, id);
  await dropFromIndex(db, row);
  await deleteMail(db, { contributionId: id });
  await deleteMailLinks(db, { contributionId: id });
  await db.deleteFrom('webhook_delivery').where('contribution_id', '=', id).execute();
  const decisions = db.selectFrom('decision').select('id').where('contribution_id', '=', id);
  await db.deleteFrom('decision_reason').where('decision_id', 'in', decisions).execute();
  await changeContribution(db, { id, ...NOTHING_PERSONAL, state: 'erased', changedAt: at });
  await endLease(db, id);
  return wasShown;
}

const NOTHING_PERSONAL = {
  lane: null,
  shownRevision: null,
  quote: null,
  sender: null,
  groupKey: null,
  score: 0,
  email: null,
  emailConfirmedAt: null,
  notify: false,
} as const;
