// What anybody may read of the forum: validated words, from the one table that holds nothing else. A test holds the imports of this
// file, so that nothing waiting can be reached from here.
import type { ContributionId, ForumMode, Validated } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { BlockId, Slug, TextId } from '#domain/text.ts';
import { findForumMode } from '#store/forum-modes.ts';
import {
  countForum,
  countShownBefore,
  findShown,
  findShownNames,
  findShownThread,
  listNewestShown,
  listShownOfBlocks,
  listShownOfThread,
  listShownThreads,
  type ShownOfBlocks,
  type StoredShown,
} from '#store/shown-contributions.ts';
import { findText, findTitles, type StoredText } from '#store/texts.ts';
import { contributionText, renderContribution } from '#text/render-contribution.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { readForumPlaces } from './forum-places.ts';
import { windowOf } from './paging.ts';
import { findPlacesNowIn, type PlaceNow } from './quoted-places.ts';

export interface ShownContribution extends PlaceNow {
  readonly id: ContributionId;
  /** The order they were received in. */
  readonly row: number;
  readonly textId: TextId;
  readonly threadId: ContributionId;
  readonly parentId: ContributionId | null;
  /** Of what it answers; null when that is not shown any more. */
  readonly parentName: string | null;
  /** What was written on; a later revision may have these words elsewhere. */
  readonly blockId: BlockId | null;
  readonly quote: string | null;
  /** The revision of the text they had read. */
  readonly number: number;
  readonly name: string;
  readonly subject: string | null;
  readonly html: string;
  readonly text: string;
  readonly receivedAt: string;
  readonly validatedAt: string;
  readonly revision: number;
  readonly byPress: boolean;
}

export type ForumThread = readonly Validated<ShownContribution>[];

export interface Forum {
  readonly mode: ForumMode;
  /** Of the whole forum; in a passage's, of that passage. */
  readonly total: number;
  /** In the order they were begun; in each, what began it first, where that is shown. Of a long one the first only. */
  readonly threads: readonly ForumThread[];
  /** How many more a thread has than stand here, by its id; those that are whole are not named. */
  readonly more: Readonly<Record<string, number>>;
  readonly page: number;
  readonly pages: number;
  /** By the id of the paragraph. */
  readonly blockCounts: Readonly<Record<string, number>>;
  /** How many stand by paragraphs the current revision has no more. */
  readonly shelf: number;
}

const THREADS_A_PAGE = 20;
/** On a thread's own page. */
const REPLIES_SHOWN = 50;
/** In a list of threads: a long one must not bury the others, nor weigh down the text above them. */
const REPLIES_LISTED = 10;

/** One page of a text's forum. */
export async function readForum(
  context: Context,
  { textId, page }: { readonly textId: TextId; readonly page: number },
): Promise<Forum> {
  const { around } = await readAround(context, textId);
  const { reader } = context.store;
  const { total, threads } = await countForum(reader, textId);
  const window = windowOf({ page, pageSize: THREADS_A_PAGE });
  const listed = await listShownThreads(reader, { textId, ...window });
  return { ...around, total, ...pagesOf(page, threads), ...(await threadsOf(context, listed)) };
}

/** What surrounds each page of a forum, and by what the threads of a passage are found. */
async function readAround(context: Context, textId: TextId) {
  const text = await readableText(context, textId);
  const { reader } = context.store;
  const { blockCounts, shelf, gone, moved } = await readForumPlaces(reader, text);
  return { around: { mode: await findForumMode(reader, textId), blockCounts, shelf }, gone, moved };
}

/** How it is moderated, where none of it is shown: a whole page is much to read for a form. */
export async function readForumMode(context: Context, { textId }: { readonly textId: TextId }): Promise<ForumMode> {
  await readableText(context, textId);
  return findForumMode(context.store.reader, textId);
}

/** What stands by one paragraph, each with its thread. */
export async function readPassageForum(
  context: Context,
  { textId, blockId, page }: { readonly textId: TextId; readonly blockId: string; readonly page: number },
): Promise<Forum> {
  const { around, moved } = await readAround(context, textId);
  const total = around.blockCounts[blockId] ?? 0;
  const came = moved.filter(({ standsBy }) => standsBy === blockId);
  const placed = { blockIds: [blockId as BlockId], moved, came };
  return { ...around, total, ...(await pageOfBlocks(context, { textId, page, total, placed })) };
}

/** What stands by passages the text has no more: nothing that was said of them is lost. */
export async function readShelf(
  context: Context,
  { textId, page }: { readonly textId: TextId; readonly page: number },
): Promise<Forum> {
  const { around, gone, moved } = await readAround(context, textId);
  const total = around.shelf;
  const placed = { blockIds: gone, moved, came: [] };
  return { ...around, total, ...(await pageOfBlocks(context, { textId, page, total, placed })) };
}

interface PageOfBlocks {
  readonly textId: TextId;
  readonly page: number;
  readonly total: number;
  readonly placed: Omit<ShownOfBlocks, 'textId'>;
}

async function pageOfBlocks(context: Context, { textId, page, total, placed }: PageOfBlocks) {
  const { reader } = context.store;
  const window = windowOf({ page, pageSize: THREADS_A_PAGE });
  const ids = await listShownOfBlocks(reader, { textId, ...placed, ...window });
  const listed = await Promise.all([...new Set(ids)].map(async (id) => (await findShownThread(reader, id))!));
  return { ...pagesOf(page, total), ...(await threadsOf(context, listed)) };
}

export interface ReadThread {
  readonly mode: ForumMode;
  readonly thread: ForumThread;
  readonly page: number;
  readonly pages: number;
}

/** The thread of one contribution, on the page it stands on unless another is asked for. Null for what is not shown, for whatever reason. */
export async function readThread(
  context: Context,
  { textId, id, page }: { readonly textId: TextId; readonly id: string; readonly page?: number },
): Promise<ReadThread | null> {
  const text = await readableText(context, textId);
  const { reader } = context.store;
  const found = await findShown(reader, id);
  if (found?.textId !== text.id) return null;
  const { threadId } = found;
  const thread = (await findShownThread(reader, threadId))!;
  const before = page === undefined ? await countShownBefore(reader, found) : (page - 1) * REPLIES_SHOWN;
  const current = Math.floor(before / REPLIES_SHOWN) + 1;
  const window = windowOf({ page: current, pageSize: REPLIES_SHOWN });
  const listed = await listShownOfThread(reader, { threadId, ...window });
  return {
    mode: await findForumMode(reader, textId),
    thread: await shownFrom(context, listed),
    page: current,
    pages: Math.ceil(thread.shown / REPLIES_SHOWN),
  };
}

/** Null when nothing of that id is shown under this text: waiting, refused and unknown are alike. */
export async function findShownContribution(
  context: Context,
  { textId, id }: { readonly textId?: TextId; readonly id: string },
): Promise<Validated<ListedContribution> | null> {
  authorise(context, 'public');
  const found = await findShown(context.store.reader, id);
  if (!found || (textId !== undefined && found.textId !== textId)) return null;
  return (await listed(context, [found]))[0] ?? null;
}

export interface ListedContribution extends ShownContribution {
  readonly slug: Slug;
  readonly title: string | null;
}

/** The latest validated, of one text or of all; `before` is the last of the list before. For feeds and programs. */
export async function listShown(
  context: Context,
  {
    textId,
    limit,
    before,
  }: {
    readonly textId?: TextId;
    readonly limit: number;
    readonly before?: { readonly validatedAt: string; readonly row: number };
  },
): Promise<readonly Validated<ListedContribution>[]> {
  authorise(context, 'public');
  const newest = {
    textId: textId ?? null,
    before: before ?? null,
    limit: windowOf({ page: 1, pageSize: limit }).limit,
  };
  return listed(context, await listNewestShown(context.store.reader, newest));
}

/** As everybody sees them. Taken from the table of what is shown, so validated. */
export async function shownFrom(context: Context, stored: readonly StoredShown[]): Promise<ForumThread> {
  const { reader } = context.store;
  const parents = [...new Set(stored.flatMap(({ parentId }) => parentId ?? []))];
  const names = await findShownNames(reader, parents);
  const placeNowOf = await findPlacesNowIn(reader, stored);
  return stored.map(({ body, ...one }) => {
    const shown: ShownContribution = {
      ...one,
      ...placeNowOf(one),
      parentName: one.parentId && (names.get(one.parentId) ?? null),
      html: renderContribution(body),
      text: contributionText(body),
    };
    return shown as Validated<ShownContribution>;
  });
}

async function listed(
  context: Context,
  stored: readonly StoredShown[],
): Promise<readonly Validated<ListedContribution>[]> {
  const ids = [...new Set(stored.map(({ textId }) => textId))];
  const { reader } = context.store;
  const texts = new Map(await Promise.all(ids.map(async (id) => [id, await findText(reader, id)] as const)));
  const titles = await findTitles(reader, ids);
  const readable = stored.filter(({ textId }) => isReadable(texts.get(textId) ?? null));
  return (await shownFrom(context, readable)).map((one) => {
    const { slug } = texts.get(one.textId)!;
    return { ...one, slug: slug!, title: titles.get(one.textId) ?? null } as Validated<ListedContribution>;
  });
}

async function threadsOf(context: Context, listed: readonly { threadId: ContributionId; shown: number }[]) {
  const first: StoredShown[] = [];
  for (const { threadId } of listed)
    first.push(...(await listShownOfThread(context.store.reader, { threadId, offset: 0, limit: REPLIES_LISTED })));
  const shown = Map.groupBy(await shownFrom(context, first), ({ threadId }) => threadId);
  const threads = listed.map(({ threadId }): ForumThread => shown.get(threadId) ?? []);
  const more = Object.fromEntries(
    listed.flatMap(({ threadId, shown }) => (shown > REPLIES_LISTED ? [[threadId, shown - REPLIES_LISTED]] : [])),
  );
  return { threads, more };
}

async function readableText(context: Context, textId: TextId): Promise<StoredText> {
  authorise(context, 'public');
  const text = await findText(context.store.reader, textId);
  if (!text || !isReadable(text)) throw new Refusal('not-found');
  return text;
}

const isReadable = (text: StoredText | null) => text !== null && text.number > 0 && text.withdrawal === null;

function pagesOf(page: number, threads: number) {
  const pages = Math.max(1, Math.ceil(threads / THREADS_A_PAGE));
  return { page: Math.max(1, Math.trunc(page) || 1), pages };
}
