// Contributions from another site's forum: each in the state it had there, with its leaves and its entry in the log of decisions.
import { createHash } from 'node:crypto';
import type { ContributionId, Place, Words } from '#domain/contribution.ts';
import { payloadOf } from '#domain/contribution.ts';
import type { BlockId } from '#domain/text.ts';
import type { ForumFormat } from '#formats/forum/detect.ts';
import type { ImportedContribution, ImportedRevision, ImportedState } from '#formats/forum/imported.ts';
import { translate } from '#locale/translate.ts';
import { COMMITMENT_KEY_BYTES, commit } from '#record/commitment.ts';
import { insertContributionKey } from '#store/contribution-keys.ts';
import { insertContributionRevision } from '#store/contribution-revisions.ts';
import { indexContribution } from '#store/contribution-search.ts';
import { findStanding } from '#store/contribution-states.ts';
import { changeContribution, insertContribution } from '#store/contributions.ts';
import { findForumImportItems, insertForumImportItem, isContributionIdKnown } from '#store/forum-import-items.ts';
import { findLog } from '#store/leaves.ts';
import { raiseGeneration } from '#store/site.ts';
import type { Store } from '#store/store.ts';
import { normalise } from '#triage/normalise.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import type { Assessed } from './contribution-assess.ts';
import { dayOf } from './day-key.ts';
import { assessImported, unassessed } from './forum-import-assess.ts';
import { decideImported, decisionsOf } from './forum-import-decide.ts';
import {
  createImportedPlaces,
  type ImportedPlace,
  type ImportedPlaces,
  type PlacedContribution,
  twinName,
} from './forum-import-places.ts';
import { minute } from './minute.ts';
import { moment } from './moment.ts';
import { appendLeaf } from './record-append.ts';
import { newId } from './secret.ts';

export interface ImportOutcome {
  readonly contribution: ImportedContribution;
  /** `known`: it is here already, or was. `empty`: nothing is left of its words; what answers it answers what it answered. */
  readonly kind: 'stored' | 'known' | 'empty';
  readonly state: ImportedState;
}

const A_BATCH = 200;

/**
 * The outcomes of each batch once it is on the disk. Stopping between two loses nothing, and starting again skips what is in. What
 * waited there waits here; the rest is decided as it was there, by whoever imports, on the ground `imported`.
 */
export async function* importContributions(
  context: Context,
  { format, contributions }: { readonly format: ForumFormat; readonly contributions: Iterable<PlacedContribution> },
): AsyncGenerator<readonly ImportOutcome[]> {
  authorise(context, 'forum.import');
  const importing: Importing = { format, places: createImportedPlaces(), batch: newId(context) };
  let batch: PlacedContribution[] = [];
  for (const contribution of contributions) {
    batch.push(contribution);
    if (batch.length < A_BATCH) continue;
    yield await writeBatch(context, importing, batch);
    batch = [];
  }
  if (batch.length > 0) yield await writeBatch(context, importing, batch);
}

interface Importing {
  readonly format: ForumFormat;
  /** By what the other site calls them; what answers one may follow much later. */
  readonly places: ImportedPlaces;
  /** Of all decisions of this run. */
  readonly batch: string;
}

async function writeBatch(
  context: Context,
  run: Importing,
  batch: readonly PlacedContribution[],
): Promise<readonly ImportOutcome[]> {
  const { places } = run;
  const outcomes = await context.store.write(async (transaction) => {
    places.begin();
    const keys = batch.map((placed) => keyOf(run, placed));
    const items = new Map(await findForumImportItems(transaction, keys));
    const done: ImportOutcome[] = [];
    for (const [index, placed] of batch.entries()) {
      const item = items.get(keys[index]!);
      const known = item ? item.place && { id: item.id, ...item.place } : twinOf(run, placed);
      if (known !== undefined) meet(run, placed, known);
      const outcome =
        known === undefined ? await writeOne(context, transaction, { run, placed }) : outcomeOf(placed, 'known');
      const place = places.find(placed.contribution.foreignId);
      if (outcome.kind === 'stored' && place) items.set(keys[index]!, { id: place.id, place });
      done.push(outcome);
    }
    if (done.some(({ kind, state }) => kind === 'stored' && state === 'validated')) await raiseGeneration(transaction);
    return done;
  });
  places.keep();
  return outcomes;
}

function meet({ places }: Importing, placed: PlacedContribution, place: ImportedPlace | null): void {
  places.put(placed.contribution.foreignId, place);
  const twin = twinName(placed);
  if (twin !== null) places.put(twin, place);
}

/** Our own export has no two of the same. */
function twinOf({ format, places }: Importing, placed: PlacedContribution) {
  const twin = format === 'jsonl' ? null : twinName(placed);
  return twin === null ? undefined : places.find(twin);
}

async function writeOne(
  context: Context,
  transaction: Store['reader'],
  { run, placed }: { readonly run: Importing; readonly placed: PlacedContribution },
): Promise<ImportOutcome> {
  const { contribution, textId } = placed;
  const { foreignId, parentForeignId } = contribution;
  const answered = parentForeignId === null ? null : (run.places.find(parentForeignId) ?? null);
  // Texts do not mix: an answer from under another text begins its own thread.
  const parent = answered?.textId === textId ? answered : null;
  if (contribution.body.trim() === '') {
    run.places.put(foreignId, parent);
    return outcomeOf(placed, 'empty');
  }
  const id = await idOf(context, transaction, { run, contribution });
  if (id === null) return outcomeOf(placed, 'known');
  const place: ImportedPlace = { id, textId, threadId: parent?.threadId ?? id };
  meet(run, placed, place);
  await insertForumImportItem(transaction, { key: keyOf(run, placed), id });
  const state = await writeContribution(context, transaction, {
    placed,
    place,
    parentId: parent?.id ?? null,
    batch: run.batch,
  });
  return { ...outcomeOf(placed, 'stored'), state };
}

/** A contribution of ours keeps its id, so that links to it stay right. Null: it is here, or was erased here. */
async function idOf(
  context: Context,
  transaction: Store['reader'],
  { run, contribution: { foreignId } }: { readonly run: Importing; readonly contribution: ImportedContribution },
): Promise<ContributionId | null> {
  if (run.format !== 'jsonl' || !/^[\w-]{22}$/.test(foreignId)) return newId<ContributionId>(context);
  return (await isContributionIdKnown(transaction, foreignId)) ? null : (foreignId as ContributionId);
}

interface Writing {
  readonly placed: PlacedContribution;
  readonly place: ImportedPlace;
  readonly parentId: ContributionId | null;
  readonly batch: string;
}

/** Revision by revision, each with the decisions on it, as if they had come here. Gives the state it ends in. */
async function writeContribution(
  context: Context,
  transaction: Store['reader'],
  writing: Writing,
): Promise<ImportedState> {
  const { contribution } = writing.placed;
  const { id } = writing.place;
  const key = context.random.bytes(COMMITMENT_KEY_BYTES);
  const revisions = contribution.history?.revisions ?? [contribution];
  const decisions = decisionsOf(contribution, revisions.length);
  let row = 0;
  for (const [index, revised] of revisions.entries()) {
    const revision = index + 1;
    const words = tidied(context, revised);
    const decided = decisions.filter((one) => one.revision === revision);
    const waits = decided.length === 0 && revision === revisions.length;
    const assessed = waits ? await assess(context, transaction, { writing, revised, words }) : unassessed(words);
    const { lane, score, groupKey, signals } = assessed;
    const { leaf, log, hash } = await receive(context, transaction, { writing, words, key });
    const at = revised.at ?? contribution.at ?? moment(context);
    if (revision === 1) {
      const standing = standingOf(context, writing, assessed);
      row = await insertContribution(transaction, {
        ...standing,
        leaf,
        log,
        receivedAt: at,
        changedAt: moment(context),
      });
      await insertContributionKey(transaction, { contributionId: id, key });
    } else await changeContribution(transaction, { id, revision, lane, score, groupKey });
    const stored = { contributionId: id, revision, ...words, hash, leaf, signals, receivedAt: at };
    await insertContributionRevision(transaction, stored);
    await indexContribution(transaction, { row, isNew: revision === 1, words });
    for (const one of decided) await decideImported(context, transaction, { id, decided: one, batch: writing.batch });
  }
  return (await findStanding(transaction, id))!.state as ImportedState;
}

function assess(
  context: Context,
  transaction: Store['reader'],
  {
    writing: { placed },
    revised,
    words,
  }: { readonly writing: Writing; readonly revised: Omit<ImportedRevision, 'at'>; readonly words: Words },
): Promise<Assessed> {
  const { contribution, stateThere = contribution.state } = placed;
  const { name, subject, body } = revised;
  const quote = contribution.history?.quote ?? null;
  return assessImported(context, transaction, { typed: { name, subject, body }, words, quote, stateThere });
}

function standingOf(context: Context, { placed, place, parentId }: Writing, { lane, score, groupKey }: Assessed) {
  const { history, at } = placed.contribution;
  return {
    id: place.id,
    textId: place.textId,
    threadId: place.threadId,
    parentId,
    number: placed.number,
    blockId: (history?.blockId ?? null) as BlockId | null,
    quote: history?.quote ?? null,
    lane,
    revision: 1,
    score,
    groupKey,
    sender: null,
    day: dayOf(at ?? moment(context)),
    // Nobody confirmed it here.
    email: null,
    notify: false,
    receiptHash: null,
    ticketHash: null,
  } as const;
}

async function receive(
  context: Context,
  transaction: Store['reader'],
  { writing, words, key }: { readonly writing: Writing; readonly words: Words; readonly key: Uint8Array },
) {
  const { place, parentId, placed } = writing;
  const { blockId = null, quote = null } = placed.contribution.history ?? {};
  const about: Omit<Place, 'number'> = { textId: place.textId, blockId: blockId as BlockId | null, quote, parentId };
  const payload = payloadOf({ ...about, ...words });
  const commitment = commit(key, payload);
  const leaf = await appendLeaf(context, transaction, {
    kind: 'contribution.receive',
    at: minute(context),
    commitment,
  });
  const log = (await findLog(transaction))!.number;
  return { leaf, log, hash: createHash('sha256').update(payload).digest('hex') };
}

const tidied = (context: Context, { name, subject, body }: Omit<ImportedRevision, 'at'>): Words => ({
  name: normalise(name) || translate(context.settings.siteLanguage, 'forum.import.nameless'),
  subject: subject === null ? null : normalise(subject),
  body: normalise(body),
});

/** Two sites number alike: the second it was written in tells them apart. */
const keyOf = ({ format }: Importing, { contribution: { foreignId, at } }: PlacedContribution) =>
  createHash('sha256')
    .update(JSON.stringify([format, foreignId, at]))
    .digest('hex');

const outcomeOf = ({ contribution }: PlacedContribution, kind: ImportOutcome['kind']): ImportOutcome => ({
  contribution,
  kind,
  state: contribution.state,
});
