// What a moderator has to know of a contribution, gathered for a page of the queue at once: what several have together is looked up once.
import type { ContributionId, ContributionState, Lane, Words } from '#domain/contribution.ts';
import type { BlockId, Slug, TextId } from '#domain/text.ts';
import { findContributionRevision } from '#store/contribution-revisions.ts';
import { findStanding } from '#store/contribution-states.ts';
import type { QueueRow } from '#store/queue.ts';
import { countAlike, countSenderStates } from '#store/queue-counts.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findShownThread } from '#store/shown-contributions.ts';
import { findText, findTitles } from '#store/texts.ts';
import { renderContribution } from '#text/render-contribution.ts';
import { accountOf } from '../authorise.ts';
import type { Context } from '../context.ts';
import { leaseName } from '../lease-name.ts';
import { moment } from '../moment.ts';
import { findPlacesNowIn } from './quoted-places.ts';

export interface GatheredItem {
  readonly id: ContributionId;
  readonly row: number;
  /** Of the newest revision: what a decision names. */
  readonly hash: string;
  readonly revision: number;
  readonly state: ContributionState;
  readonly lane: Lane | null;
  /** Decided, and not yet in force. */
  readonly isPending: boolean;
  readonly words: Words;
  /** The body as readers would see it: made by the one renderer. */
  readonly html: string;
  /** Of an edit: what is shown meanwhile. */
  readonly shownWords: Words | null;
  readonly text: { readonly id: TextId; readonly slug: Slug | null; readonly title: string | null };
  readonly passage: Passage | null;
  readonly parent: {
    readonly id: ContributionId;
    /** Where nobody else can read it, a moderator should know. */
    readonly state: ContributionState;
    readonly name: string;
    readonly text: string;
    readonly html: string;
  } | null;
  /** How many are shown in its thread. */
  readonly thread: number;
  readonly sender: Sender;
  readonly group: { readonly key: string; readonly count: number } | null;
  readonly score: number;
  readonly signals: readonly QueueSignal[];
  readonly receivedAt: string;
  /** Another moderator's, who has it open. */
  readonly lease: { readonly by: string } | null;
}

interface Passage {
  readonly blockId: BlockId;
  /** The paragraph in the revision that was read; null when it is not found. */
  readonly words: string | null;
  /** Its lines are its own. */
  readonly isVerse: boolean;
  readonly quote: string | null;
  /** The revision that was read, and where the passage or its words are in the current one; null where they are not. */
  readonly number: number;
  readonly standsBy: BlockId | null;
}

/** By a mark that lasts a day; numbers end at a thousand. */
interface Sender {
  readonly mark: string | null;
  /** This one included. */
  readonly waiting: number;
  readonly before: { readonly validated: number; readonly refused: number; readonly spam: number };
}

/** `triage.<code>` with these values says it. */
export interface QueueSignal {
  readonly code: string;
  readonly weight: number;
  readonly values: Readonly<Record<string, string | number>>;
}

export async function gatherItems(context: Context, rows: readonly QueueRow[]): Promise<readonly GatheredItem[]> {
  const once = createMemory();
  const placeNowOf = await findPlacesNowIn(context.store.reader, rows);
  return Promise.all(rows.map((row) => gatherItem(context, row, { once, standsBy: placeNowOf(row).standsBy })));
}

interface Around {
  readonly once: Memory;
  readonly standsBy: BlockId | null;
}

async function gatherItem(context: Context, row: QueueRow, { once, standsBy }: Around): Promise<GatheredItem> {
  const { id, hash, revision, state, lane, name, subject, body, score, receivedAt } = row;
  const { reader } = context.store;
  return {
    ...{ id, row: row.row, hash, revision, state, lane, score, receivedAt, isPending: row.pending === 1 },
    words: { name, subject, body },
    html: renderContribution(body),
    shownWords: await shownWordsOf(context, row),
    text: await once(`text ${row.textId}`, () => textOf(context, row.textId)),
    passage: await passageOf(context, row, { once, standsBy }),
    parent: row.parentId === null ? null : await parentOf(context, row.parentId),
    thread: (await findShownThread(reader, row.threadId))?.shown ?? 0,
    sender: await once(`sender ${row.day} ${row.sender}`, () => senderOf(context, row)),
    group: await once(`group ${row.groupKey}`, () => groupOf(context, row)),
    signals: signalsOf(row.signals),
    lease: await leaseOf(context, row),
  };
}

async function shownWordsOf({ store }: Context, { id, revision, shownRevision }: QueueRow): Promise<Words | null> {
  if (shownRevision === null || shownRevision === revision) return null;
  const shown = await findContributionRevision(store.reader, { contributionId: id, revision: shownRevision });
  return shown && { name: shown.name, subject: shown.subject, body: shown.body };
}

async function textOf({ store }: Context, id: TextId): Promise<GatheredItem['text']> {
  const [text, titles] = [await findText(store.reader, id), await findTitles(store.reader, [id])];
  return { id, slug: text?.slug ?? null, title: titles.get(id) ?? null };
}

async function passageOf({ store }: Context, row: QueueRow, { once, standsBy }: Around): Promise<Passage | null> {
  const { textId, number, blockId, quote } = row;
  if (blockId === null) return null;
  const { blocks, notes } = await once(`blocks ${textId} ${number}`, () =>
    findRevisionIds(store.reader, { textId, number }),
  );
  const passage = [...blocks, ...notes].find(({ id }) => id === blockId);
  const isVerse = passage !== undefined && 'kind' in passage && passage.kind === 'verse';
  return { blockId, words: passage?.text ?? null, isVerse, quote, number, standsBy };
}

async function parentOf({ store }: Context, id: ContributionId): Promise<GatheredItem['parent']> {
  const parent = await findStanding(store.reader, id);
  return (
    parent && { id, state: parent.state, name: parent.name, text: parent.body, html: renderContribution(parent.body) }
  );
}

async function senderOf({ store }: Context, { sender, day }: QueueRow): Promise<Sender> {
  if (sender === null) return { mark: null, waiting: 0, before: { validated: 0, refused: 0, spam: 0 } };
  const states = await countSenderStates(store.reader, { day, sender });
  const count = (state: ContributionState) => states.get(state) ?? 0;
  return {
    mark: sender,
    waiting: await countAlike(store.reader, { sender }),
    before: { validated: count('validated'), refused: count('refused'), spam: count('spam') },
  };
}

async function groupOf({ store }: Context, { groupKey }: QueueRow): Promise<GatheredItem['group']> {
  return groupKey === null ? null : { key: groupKey, count: await countAlike(store.reader, { group: groupKey }) };
}

async function leaseOf(context: Context, { leasedBy, leasedUntil }: QueueRow): Promise<GatheredItem['lease']> {
  if (leasedBy === null || leasedUntil === null || leasedUntil <= moment(context)) return null;
  return leasedBy === accountOf(context.actor) ? null : { by: await leaseName(context, leasedBy) };
}

/** Kept as triage gave them when it was received. */
const signalsOf = (json: string) => JSON.parse(json) as readonly QueueSignal[];

type Memory = <T>(key: string, look: () => Promise<T>) => Promise<T>;

function createMemory(): Memory {
  const known = new Map<string, Promise<unknown>>();
  return <T>(key: string, look: () => Promise<T>) => {
    const found = (known.get(key) as Promise<T> | undefined) ?? look();
    known.set(key, found);
    return found;
  };
}
