// Going on with a record from what others kept of it: a mirror, or a site that serves it. The missing leaves are taken as they are,
// and each act they speak of is done again, so that what comes out is what was published, to the byte.
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import type { WithdrawalGround } from '#domain/withdrawal.ts';
import { type Leaf, readLeaf } from '#record/leaf.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { countLeaves, findLog, listLeafBytes } from '#store/leaves.ts';
import { dropListing } from '#store/listing.ts';
import { findRevision } from '#store/revisions.ts';
import { unindexText } from '#store/search.ts';
import type { Store } from '#store/store.ts';
import { findText, insertText, updateWithdrawal } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { eraseBytes } from './contribution-erase.ts';
import { moment } from './moment.ts';
import { showPublication, storePublication } from './publication.ts';
import { appendLeaf } from './record-append.ts';
import { readRecordCopy } from './record-copy.ts';
import { logKeys } from './record-keys.ts';
import { keepCheckpoint } from './record-link.ts';
import { thawRecord } from './record-open.ts';
import { rootOf } from './record-sign.ts';
import { decideAgain, eraseAgain, sayLost } from './reimport-forum.ts';
import { type FetchedRevision, fetchRevisions } from './revisions-fetch.ts';
import { readCopy } from './site-copy.ts';
import { chooseSlug } from './slug-choice.ts';
import type { VerifyOptions } from './verify-fault.ts';

type PublishLeaf = Extract<Leaf, { readonly kind: 'revision.publish' }>;

/** The number of leaves after it; null, and reported why, when the place does not go on from this record, and nothing was changed. */
export async function reimportRecord(
  context: Context,
  { place }: { readonly place: string },
  options: VerifyOptions,
): Promise<number | null> {
  authorise(context, 'record.continue');
  const { store } = context;
  const log = await findLog(store.reader);
  if (!log) return null;
  const size = await countLeaves(store.reader, log.number);
  const ours = await listLeafBytes(store.reader, { log: log.number, start: 0, end: size });
  const read = readCopy(place);
  const copy = await readRecordCopy(context, { read, log, ours }, options);
  const missing = copy?.leaves.slice(size).map(readLeaf);
  if (!copy || !missing) return null;
  const leaves = missing.filter((leaf) => leaf !== null);
  const published = leaves.filter((leaf) => leaf.kind === 'revision.publish');
  const revisions = await fetchRevisions(context, { read, published }, options);
  if (leaves.length < missing.length || !revisions) return null;
  await store.mend(async (transaction) => {
    for (const leaf of leaves) await doAgain(context, transaction, { leaf, log: log.number, revisions });
    const { head, note } = copy;
    const root = await rootOf(transaction, { log, size: head.size });
    if (Buffer.compare(root, head.root) !== 0) throw new Error('what was done again is not what was recorded');
    // Without the key that signs by now, the next head is signed once it is there.
    const { signers } = await logKeys(context, transaction, log);
    const checkpoint = { log: log.number, size: head.size, root: head.root, note, signedAt: moment(context) };
    const isNew = (await findLastCheckpoint(transaction, log.number))?.size !== head.size;
    if (signers.length > 0 && isNew) await keepCheckpoint(transaction, { log, checkpoint, signers });
    await sayLost(context, transaction, { leaves, from: size });
  });
  await thawRecord(context);
  if (leaves.some(({ kind }) => kind === 'contribution.erase')) await eraseBytes(context, []);
  return copy.leaves.length;
}

interface Again<T extends Leaf = Leaf> {
  readonly leaf: T;
  readonly log: number;
  readonly revisions: ReadonlyMap<string, FetchedRevision>;
}

/** At the moment it was done first: the leaf comes out the same. */
async function doAgain(context: Context, transaction: Store['reader'], again: Again): Promise<void> {
  const { leaf } = again;
  const then: Context = { ...context, clock: { now: () => new Date(leaf.at) } };
  if (leaf.kind === 'revision.publish') return publishAgain(then, transaction, { ...again, leaf });
  if (leaf.kind === 'contribution.decide') return decideAgain(then, transaction, { ...again, leaf });
  if (leaf.kind === 'contribution.erase') return eraseAgain(then, transaction, { ...again, leaf });
  await appendLeaf(then, transaction, leaf);
  if (leaf.kind !== 'revision.withdraw') return;
  const text = await textOf(transaction, leaf);
  const withdrawal = { at: leaf.at, ground: leaf.ground as WithdrawalGround, reason: '' };
  await updateWithdrawal(transaction, { id: text.id, withdrawal });
  await dropListing(transaction, text.row);
  await unindexText(transaction, text.row);
}

async function publishAgain(
  then: Context,
  transaction: Store['reader'],
  { leaf, revisions }: Omit<Again<PublishLeaf>, 'log'>,
): Promise<void> {
  const textId = leaf.text as TextId;
  const { source, prepared } = revisions.get(`${textId}/${leaf.revision}`)!;
  if (leaf.revision === 1 && !(await findText(transaction, textId)))
    await insertText(transaction, { id: textId, createdBy: null, createdAt: leaf.at });
  const text = await textOf(transaction, leaf);
  if (leaf.revision === text.number) return returnAgain(then, transaction, { leaf, revisions });
  const title = prepared.metadata.title ?? '';
  const chosen = await chooseSlug(then, transaction, { textId, title, wanted: text.slug ?? undefined });
  if (!chosen.ok) throw new Refusal('stale');
  await storePublication(then, transaction, { text, slug: chosen.value, source, prepared, reason: null });
}

/** Shown again after a withdrawal. */
async function returnAgain(
  then: Context,
  transaction: Store['reader'],
  { leaf, revisions }: Omit<Again<PublishLeaf>, 'log'>,
): Promise<void> {
  const text = await textOf(transaction, leaf);
  const revision = await findRevision(transaction, { textId: text.id, number: leaf.revision });
  if (!revision || !text.slug) throw new Refusal('stale');
  await appendLeaf(then, transaction, leaf);
  await updateWithdrawal(transaction, { id: text.id, withdrawal: null });
  const { searchText } = revisions.get(`${leaf.text}/${leaf.revision}`)!.prepared;
  const firstPublishedAt = text.firstPublishedAt ?? revision.publishedAt;
  await showPublication(transaction, { row: text.row, slug: text.slug, revision, searchText, firstPublishedAt });
}

async function textOf(transaction: Store['reader'], leaf: { readonly text: string }) {
  const text = await findText(transaction, leaf.text as TextId);
  if (!text) throw new Error(`no text ${leaf.text}`);
  return text;
}
