// Storing what somebody sent, in the caller's transaction: its leaf first, then the words, always waiting.
import { createHash } from 'node:crypto';
import { type ContributionId, type Lane, type Place, payloadOf, type Words } from '#domain/contribution.ts';
import { COMMITMENT_KEY_BYTES, commit } from '#record/commitment.ts';
import { findContributionKey, insertContributionKey } from '#store/contribution-keys.ts';
import { insertContributionRevision } from '#store/contribution-revisions.ts';
import { indexContribution } from '#store/contribution-search.ts';
import {
  changeContribution,
  endLease,
  findContribution,
  insertContribution,
  type StoredContribution,
} from '#store/contributions.ts';
import { deletePending } from '#store/pending-decisions.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import type { Assessed } from './contribution-assess.ts';
import { minute } from './minute.ts';
import { moment } from './moment.ts';
import { placeLeaf } from './record-append.ts';
import { newId } from './secret.ts';
import { tellWebhooks } from './webhook-tell.ts';

export interface Received {
  readonly place: Place;
  readonly words: Words;
  readonly assessed: Assessed;
  readonly lane: Lane | null;
  /** Null where it came from nobody's address: an import, the press itself. */
  readonly sender: string | null;
  readonly email: string | null;
  readonly notify: boolean;
  readonly receiptHash: string | null;
  readonly ticketHash: string | null;
}

export interface Kept {
  readonly row: number;
  readonly id: ContributionId;
  readonly hash: string;
}

/** A new contribution. Its commitment's key is made with it. */
export async function receiveContribution(
  context: Context,
  transaction: Store['reader'],
  { place, words, assessed, ...standing }: Received,
): Promise<Kept> {
  const [id, key, at] = [newId<ContributionId>(context), context.random.bytes(COMMITMENT_KEY_BYTES), moment(context)];
  const payload = payloadOf({ ...place, ...words });
  const placed = await appendReceipt(context, transaction, { key, payload });
  const row = await insertContribution(transaction, {
    ...placeOf(place),
    ...standing,
    id,
    threadId: await threadOf(transaction, place, id),
    revision: 1,
    score: assessed.score,
    groupKey: assessed.groupKey,
    day: at.slice(0, 10),
    ...placed,
    receivedAt: at,
  });
  await insertContributionKey(transaction, { contributionId: id, key });
  const hash = hashOf(payload);
  const { signals } = assessed;
  const { leaf } = placed;
  const revision = { ...words, contributionId: id, revision: 1, hash, leaf, signals, receivedAt: at };
  await insertContributionRevision(transaction, revision);
  await indexContribution(transaction, { row, isNew: true, words });
  await tellReceived(context, transaction, { contributionId: id, textId: place.textId, revision: 1 });
  return { row, id, hash };
}

/** Other words for one that is there: they wait, and what was shown of it stays until they are decided on. */
export async function receiveRevision(
  context: Context,
  transaction: Store['reader'],
  {
    contribution,
    words,
    assessed,
    lane,
  }: {
    readonly contribution: StoredContribution;
    readonly words: Words;
    readonly assessed: Assessed;
    readonly lane: Lane | null;
  },
): Promise<void> {
  const { id, row } = contribution;
  const key = await findContributionKey(transaction, id);
  if (!key) throw new Error('what was erased has no further revision');
  const [payload, revision, at] = [
    payloadOf({ ...contribution, ...words }),
    contribution.revision + 1,
    moment(context),
  ];
  const { leaf } = await appendReceipt(context, transaction, { key, payload });
  const { signals, score, groupKey } = assessed;
  const kept = { ...words, contributionId: id, revision, hash: hashOf(payload), leaf, signals, receivedAt: at };
  await insertContributionRevision(transaction, kept);
  // A decision on the words before, not yet in force, is dropped: nobody has read these.
  await deletePending(transaction, [id]);
  await changeContribution(transaction, { id, revision, lane, score, groupKey, changedAt: at });
  await endLease(transaction, id);
  await indexContribution(transaction, { row, isNew: false, words });
  await tellReceived(context, transaction, { contributionId: id, textId: contribution.textId, revision });
}

const tellReceived = (
  context: Context,
  transaction: Store['reader'],
  news: Omit<Parameters<typeof tellWebhooks>[2], 'event'>,
) => tellWebhooks(context, transaction, { event: 'contribution.received', ...news });

function appendReceipt(
  context: Context,
  transaction: Store['reader'],
  { key, payload }: { readonly key: Uint8Array; readonly payload: Uint8Array },
): ReturnType<typeof placeLeaf> {
  return placeLeaf(context, transaction, {
    kind: 'contribution.receive',
    at: minute(context),
    commitment: commit(key, payload),
  });
}

async function threadOf(
  transaction: Store['reader'],
  { parentId }: Place,
  id: ContributionId,
): Promise<ContributionId> {
  if (parentId === null) return id;
  const parent = await findContribution(transaction, { id: parentId });
  return parent?.threadId ?? id;
}

const placeOf = ({ textId, number, blockId, quote, parentId }: Place): Place => ({
  textId,
  number,
  blockId,
  quote,
  parentId,
});

const hashOf = (payload: Uint8Array) => createHash('sha256').update(payload).digest('hex');
