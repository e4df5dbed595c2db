// A decision on all that a filter of the queue holds, however many: begun and undone as one act, carried out a part at a time, so
// that nobody who reads or writes waits for it, and gone on with after an interruption. Nothing of it comes into force before all is taken.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import {
  beginUndoing,
  findSelection,
  insertSelection,
  listUnfinished,
  takeSome,
  undoSome,
} from '#store/pending-selections.ts';
import type { QueueSelection } from '#store/queue.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { type ContributionDecision, takenOf } from './contribution-decide.ts';
import { momentIn } from './moment.ts';

/** Seconds in which it can be undone, once all of it is taken. */
const GRACE_SECONDS = 60;
/** One transaction's worth: others wait so long at most. */
const ROWS_AT_ONCE = 200;
/** Whoever decides waits so long at most; the rest is the job's. */
const TURN_MS = 2000;

export interface SelectionState {
  readonly batch: string;
  /** How many are decided, so far. */
  readonly decided: number;
  readonly isUnderWay: boolean;
  /** Of what was to be gone through. */
  readonly percent: number;
  /** Null while it is under way. */
  readonly inForceAt: string | null;
}

/**
 * As far as it was there when it was looked at (`upTo`, a row), and unchanged. What was not read is never validated this way.
 */
export async function decideAll(
  context: Context,
  deciding: ContributionDecision & {
    readonly decision: 'refuse' | 'spam';
    readonly filter: QueueSelection;
    readonly upTo: number;
  },
): Promise<Result<SelectionState>> {
  authorise(context, 'contribution.decide');
  const { filter: selection, upTo } = deciding;
  if (selection.state !== undefined || !['refuse', 'spam'].includes(deciding.decision))
    throw new Refusal('bad-request');
  const decided = await takenOf(context, { ...deciding, count: Number.POSITIVE_INFINITY });
  if (!decided.ok) return decided;
  const { batch } = decided.value;
  await context.store.write((transaction) => insertSelection(transaction, { taken: decided.value, selection, upTo }));
  await carryOn(context, { batch, step: 'taking' });
  const nothing = { batch, decided: 0, isUnderWay: false, percent: 100, inForceAt: null };
  // Somebody may have undone it meanwhile.
  return done((await stateOf(context, batch)) ?? nothing);
}

/** How far it is; null when all of it is in force or undone. */
export async function readSelection(
  context: Context,
  { batch }: { readonly batch: string },
): Promise<SelectionState | null> {
  authorise(context, 'queue.read');
  return stateOf(context, batch);
}

/** What is taken goes back, a part at a time; null where the batch is no selection's. */
export async function undoSelection(
  context: Context,
  { batch }: { readonly batch: string },
): Promise<{ readonly undone: number } | null> {
  authorise(context, 'contribution.decide');
  const { store } = context;
  const before = await findSelection(store.reader, batch);
  if (!before || !(await store.write((transaction) => beginUndoing(transaction, batch)))) return null;
  const undone = await carryOn(context, { batch, step: 'undoing' });
  const left = await findSelection(store.reader, batch);
  return { undone: undone + (left?.taken ?? 0) };
}

/** A job: goes on with what is under way, also after the program ended in the middle. */
export async function continueSelections(context: Context): Promise<number> {
  authorise(context, 'jobs.run');
  let count = 0;
  for (const selection of await listUnfinished(context.store.reader)) count += await carryOn(context, selection);
  return count;
}

/** For a turn; two who carry on at once take one part each after the other. Gives how many were put back. */
async function carryOn(
  context: Context,
  { batch, step }: { readonly batch: string; readonly step: 'taking' | 'undoing' },
): Promise<number> {
  const { store, clock } = context;
  const until = clock.now().getTime() + TURN_MS;
  let undone = 0;
  for (let isOver = false; !isOver && clock.now().getTime() < until; await nextTurn()) {
    const inForceAt = momentIn(context, GRACE_SECONDS);
    isOver = await store.write(async (transaction) => {
      if (step === 'taking') return takeSome(transaction, { batch, limit: ROWS_AT_ONCE, inForceAt });
      const some = await undoSome(transaction, { batch, limit: ROWS_AT_ONCE });
      undone += some;
      return some < ROWS_AT_ONCE;
    });
  }
  return undone;
}

async function stateOf({ store }: Context, batch: string): Promise<SelectionState | null> {
  const found = await findSelection(store.reader, batch);
  if (!found || found.step === 'undoing') return null;
  const { fromRow, afterRow, upTo, taken, step, inForceAt } = found;
  const percent = Math.floor((100 * (afterRow - fromRow)) / Math.max(1, upTo - fromRow));
  return { batch, decided: taken, isUnderWay: step === 'taking', percent, inForceAt };
}
