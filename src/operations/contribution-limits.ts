// How much is taken from one place, under one text, on the whole site: counted in the database, for every process at once.
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { type FormCount, findFormCount, raiseFormCount, raiseFormCounts } from '#store/form-counts.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { sign, todaysKey } from './day-key.ts';
import { moment } from './moment.ts';

export interface Asked {
  readonly what: 'preview' | 'send' | 'change';
  readonly textId: TextId;
  readonly mark: string;
  /** Without it the sender's own lane is slower. */
  readonly isWorkDone: boolean;
}

interface Limit extends FormCount {
  readonly most: number;
}

/** To be asked before anything costly is done: whoever was turned away is turned away again without the database. */
export function refuseOverLimit(context: Context, asked: Asked): void {
  if (isKnownOverLimit(context, asked)) throw new Refusal('too-many');
}

export function isKnownOverLimit(context: Context, asked: Asked): boolean {
  const known = reached.get(context.store);
  return known !== undefined && limitsOf(context, asked).some((limit) => (known.get(nameOf(limit)) ?? 0) >= limit.most);
}

/** In the transaction of the act: many at once cannot slip through together. */
export async function countWithinLimits(context: Context, transaction: Store['reader'], asked: Asked): Promise<void> {
  const limits = limitsOf(context, asked);
  const counts = await raiseFormCounts(transaction, limits);
  const over = limits.filter(({ key, most }) => counts.get(key)! > most);
  if (over.length === 0) return;
  for (const limit of over) remember(context.store, limit);
  throw new Refusal('too-many');
}

/** What a count had reached when somebody was turned away for it. Within its window it only grows. */
const reached = new WeakMap<Store, Map<string, number>>();
const MOST_REMEMBERED = 20_000;

function remember(store: Store, limit: Limit): void {
  const known = reached.get(store) ?? new Map<string, number>();
  // Windows pass: what is forgotten too early is counted in the database.
  if (known.size >= MOST_REMEMBERED) known.clear();
  const name = nameOf(limit);
  known.set(name, Math.max(limit.most, known.get(name) ?? 0));
  reached.set(store, known);
}

const nameOf = ({ window, key }: FormCount) => `${window} ${key}`;

/** What a mailbox is counted by, today: made before the transaction, since the day's key may have to be written. */
export async function mailboxCount(context: Context, email: string): Promise<FormCount> {
  const { day, key } = await todaysKey(context);
  return { window: day, key: `mail ${sign(key, ['mailbox', email.toLowerCase()])}` };
}

/** Whether one more mail may be asked for to this mailbox, which may be a stranger's. */
export async function mayWriteTo(transaction: Store['reader'], mailbox: FormCount): Promise<boolean> {
  return (await raiseFormCount(transaction, mailbox)) <= MOST_MAILS_A_DAY;
}

/** True when so much comes for a text that appearing at once is suspended. */
export async function isFlooded(context: Context, db: Store['reader'], textId: TextId): Promise<boolean> {
  const count = { window: moment(context).slice(0, MINUTE), key: `send text ${textId}` };
  return (await findFormCount(db, count)) > FLOOD_A_MINUTE;
}

const MOST_MAILS_A_DAY = 5;
const FLOOD_A_MINUTE = 30;
const MINUTE = '2026-11-22T18:00'.length;
const HOUR = '2026-11-22T18'.length;

/** Without proof of work a sender has this share of the limit. */
const SLOWER_SHARE = 1 / 3;
const PREVIEWS_A_CONTRIBUTION = 5;

function limitsOf(context: Context, { what, textId, mark, isWorkDone }: Asked): readonly Limit[] {
  const { forumSenderLimit, forumTextLimit, forumSiteLimit } = context.settings;
  const now = moment(context);
  const [minute, hour] = [now.slice(0, MINUTE), now.slice(0, HOUR)];
  const times = what === 'preview' ? PREVIEWS_A_CONTRIBUTION : isWorkDone ? 1 : SLOWER_SHARE;
  const sender = { window: hour, key: `${what} sender ${mark}`, most: Math.ceil(forumSenderLimit * times) };
  const site = { window: minute, key: `${what} site`, most: what === 'preview' ? forumSiteLimit * 2 : forumSiteLimit };
  if (what !== 'send') return [sender, site];
  return [sender, { window: minute, key: `send text ${textId}`, most: forumTextLimit }, site];
}
