import { listQueueRows, type QueueRow } from '#store/queue.ts';
import type { Store } from '#store/store.ts';
import type { Model } from '#triage/model.ts';
import { score } from '#triage/score.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { currentModel } from '../triage-model.ts';

export interface WeighedWord {
  readonly word: string;
  /** In log-odds, in the contribution where it weighed most. */
  readonly weight: number;
}

export interface TriageWords {
  /** Decisions learnt from. */
  readonly learnt: { readonly spam: number; readonly good: number };
  /** The heaviest first. */
  readonly forSpam: readonly WeighedWord[];
  readonly againstSpam: readonly WeighedWord[];
}

const LOOKED_AT = 200;
const SHOWN = 40;

/** What triage goes by. The model holds no words, only weights: they are found again in what was decided last and is still kept. */
export async function readTriageWords(context: Context): Promise<TriageWords> {
  authorise(context, 'forum.manage');
  const { reader } = context.store;
  const model = await currentModel(context);
  const rows = [...(await lastDecided(reader, 'spam')), ...(await lastDecided(reader, 'validated'))];
  const heaviest = heaviestWords(model, rows);
  const of = (sign: 1 | -1) => heaviest.filter(({ weight }) => Math.sign(weight) === sign).slice(0, SHOWN);
  return { learnt: { spam: model.spam, good: model.good }, forSpam: of(1), againstSpam: of(-1) };
}

const lastDecided = (reader: Store['reader'], state: 'spam' | 'validated') =>
  listQueueRows(reader, { lane: 'main', order: 'newest', state }, { after: null, limit: LOOKED_AT });

function heaviestWords(model: Model, rows: readonly QueueRow[]): readonly WeighedWord[] {
  const weights = new Map<string, number>();
  for (const { name, subject, body, quote } of rows) {
    for (const { word, weight } of score(model, { name, subject, body, quote }).words)
      if (Math.abs(weight) > Math.abs(weights.get(word) ?? 0)) weights.set(word, weight);
  }
  return [...weights]
    .map(([word, weight]) => ({ word, weight }))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}
