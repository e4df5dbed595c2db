import type { ErasureGround } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { AccountId, TextId } from '#domain/text.ts';
import { eraseStoredContribution } from '#store/contribution-erase.ts';
import { findContribution, type StoredContribution } from '#store/contributions.ts';
import { insertDecision } from '#store/decisions.ts';
import { raiseGeneration } from '#store/site.ts';
import { listSlugs } from '#store/slugs.ts';
import type { Store } from '#store/store.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { contributionOfReceipt } from './contribution-of-receipt.ts';
import { minute } from './minute.ts';
import { moment } from './moment.ts';
import { placeLeaf } from './record-append.ts';
import { newId } from './secret.ts';

/** By its contributor, with the private link; or by an administrator, on a request that came another way or because a law wants it. */
export type Erasing =
  | { readonly receipt: string }
  | { readonly contributionId: string; readonly ground: Exclude<ErasureGround, 'retention'> };

/**
 * Leaves nothing of what somebody wrote and gave: words, name, address, revisions, reasons, the key of the commitment, the search
 * entry, unsent mail, rendered pages, and their bytes in the files. That there was a contribution, and when, stays in the record.
 */
export async function eraseContribution(context: Context, erasing: Erasing): Promise<void> {
  const byReceipt = 'receipt' in erasing;
  authorise(context, byReceipt ? 'public' : 'contribution.erase');
  const [ground, decidedBy] = byReceipt ? (['request', null] as const) : [erasing.ground, accountOf(context.actor)];
  const textId = await context.store.write(async (transaction) => {
    const contribution = byReceipt
      ? await contributionOfReceipt(transaction, erasing)
      : await findContribution(transaction, { id: erasing.contributionId });
    if (!contribution) throw new Refusal('not-found');
    await eraseWithin(context, transaction, { contribution, ground, decidedBy });
    return contribution.textId;
  });
  await eraseBytes(context, [textId]);
}

/** In the caller's transaction; `eraseBytes` belongs after it. What is erased already is left alone. */
export async function eraseWithin(
  context: Context,
  transaction: Store['reader'],
  {
    contribution,
    ground,
    decidedBy,
  }: {
    readonly contribution: StoredContribution;
    readonly ground: ErasureGround;
    readonly decidedBy: AccountId | null;
  },
): Promise<void> {
  const { id, row, revision, state } = contribution;
  if (state === 'erased') return;
  const at = moment(context);
  const placed = await placeLeaf(context, transaction, {
    kind: 'contribution.erase',
    at: minute(context),
    contribution: contribution.leaf,
    ground,
  });
  await insertDecision(transaction, {
    contributionId: id,
    revision,
    decision: 'erase',
    ground,
    reason: null,
    decidedBy,
    batch: newId(context),
    waitedSeconds: null,
    ...placed,
    at,
  });
  if (await eraseStoredContribution(transaction, { id, row, at })) await raiseGeneration(transaction);
}

/** What was deleted leaves the files too: the write-ahead log, and every rendered page that may have held it. */
export async function eraseBytes({ store, log }: Context, textIds: readonly TextId[]): Promise<void> {
  const slugs = await listSlugs(store.reader, [...new Set(textIds)]);
  store.pressed.forget([...slugs.map((slug) => `/${slug}`), ...PAGES_OF_THE_FORUM]);
  if (!(await store.emptyLog())) log.warn('the write-ahead log could not be emptied yet: somebody is reading');
}

const PAGES_OF_THE_FORUM = ['/forum.atom', '/api'];
