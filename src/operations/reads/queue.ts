import { countMisprints } from '#store/misprints.ts';
import { cursorOf, listQueueRows, type QueueCursor, type QueueSelection } from '#store/queue.ts';
import { countLanes, lastRow } from '#store/queue-counts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { type GatheredItem, gatherItems } from './queue-items.ts';

export type QueueFilter = QueueSelection;
export type QueueItem = GatheredItem;

export interface Queue {
  readonly items: readonly QueueItem[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
  /** The last row there was: what `decideAll` reaches of what was looked at here. */
  readonly upTo: number;
  /** What waits; numbers of contributions end at ten thousand. */
  readonly counts: { readonly main: number; readonly spam: number; readonly misprints: number };
}

const MOST_A_PAGE = 200;

/** What waits, or what was decided, as the filter says: a page of it, each item with all there is to know. */
export async function listQueue(
  context: Context,
  { filter, after, limit }: { readonly filter: QueueFilter; readonly after?: string; readonly limit: number },
): Promise<Queue> {
  authorise(context, 'queue.read');
  const { reader } = context.store;
  const upTo = await lastRow(reader);
  const size = Math.min(limit, MOST_A_PAGE);
  const rows = await listQueueRows(reader, filter, { after: cursorIn(after), limit: size + 1 });
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    items: await gatherItems(context, shown),
    next: last ? cursorText(cursorOf(filter, last)) : null,
    upTo,
    counts: await countQueue(context),
  };
}

/** For the desk's navigation too. */
export async function countQueue(context: Context): Promise<Queue['counts']> {
  authorise(context, 'queue.read');
  const { reader } = context.store;
  return { ...(await countLanes(reader)), misprints: await countMisprints(reader, { state: 'waiting' }) };
}

const cursorText = ({ row, key }: QueueCursor) => (key === null ? String(row) : `${row}~${key}`);

/** An address that was tampered with begins at the beginning. */
function cursorIn(written: string | undefined): QueueCursor | null {
  const [, row, key] = /^(\d{1,15})(?:~([\w.:+-]{1,40}))?$/.exec(written ?? '') ?? [];
  if (row === undefined) return null;
  return { row: Number(row), key: key === undefined ? null : /^\d{4}-/.test(key) ? key : Number(key) };
}
