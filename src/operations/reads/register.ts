import { listDecisionCounts, medianWait, medianWaitOfAll } from '#store/decisions.ts';
import { listLeafCounts, listLogs } from '#store/leaves.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface RegisterCounts {
  readonly received: number;
  readonly validated: number;
  /** By the code of the ground. */
  readonly refused: Readonly<Record<string, number>>;
  readonly spam: number;
  readonly withdrawn: number;
  readonly erased: number;
  /** From receiving to deciding, of what a person decided; null where nobody did. */
  readonly medianWaitSeconds: number | null;
}

export interface RegisterMonth extends RegisterCounts {
  /** `2026-11` */
  readonly month: string;
}

export interface Register {
  /** Oldest first; a month in which nothing happened is left out. */
  readonly months: readonly RegisterMonth[];
  readonly totals: RegisterCounts;
}

/** What the forums received and what became of it. Numbers only, and of what is in force: what waits shows in none of them but `received`. */
export async function readRegister(context: Context): Promise<Register> {
  authorise(context, 'public');
  const { reader } = context.store;
  const received = await receivedByMonth(context);
  const decided = Map.groupBy(await listDecisionCounts(reader), ({ month }) => month);
  const names = [...new Set([...received.keys(), ...decided.keys()])].sort();
  const months: RegisterMonth[] = [];
  for (const month of names) {
    const counts = countsOf(received.get(month) ?? 0, decided.get(month) ?? []);
    months.push({ month, ...counts, medianWaitSeconds: await medianWait(reader, month) });
  }
  const all = [...received.values()].reduce((sum, count) => sum + count, 0);
  const totals = countsOf(all, [...decided.values()].flat());
  return { months, totals: { ...totals, medianWaitSeconds: await medianWaitOfAll(reader) } };
}

/** From the counts of the record, of every log there was. */
async function receivedByMonth({ store }: Context): Promise<ReadonlyMap<string, number>> {
  const received = new Map<string, number>();
  for (const { number } of await listLogs(store.reader)) {
    for (const { month, kind, leaves } of await listLeafCounts(store.reader, number))
      if (kind === 'contribution.receive') received.set(month, (received.get(month) ?? 0) + leaves);
  }
  return received;
}

type Counted = Awaited<ReturnType<typeof listDecisionCounts>>;

function countsOf(received: number, counted: Counted): Omit<RegisterCounts, 'medianWaitSeconds'> {
  const count = (decision: string) =>
    counted.reduce((sum, one) => sum + (one.decision === decision ? one.decisions : 0), 0);
  const refused: Record<string, number> = {};
  for (const { decision, ground, decisions } of counted)
    if (decision === 'refuse') refused[ground] = (refused[ground] ?? 0) + decisions;
  return {
    received,
    validated: count('validate'),
    refused,
    spam: count('spam'),
    withdrawn: count('withdraw'),
    erased: count('erase'),
  };
}
