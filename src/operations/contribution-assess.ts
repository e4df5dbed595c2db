import type { Lane, Words } from '#domain/contribution.ts';
import { listGroupBodies } from '#store/contributions.ts';
import type { Store } from '#store/store.ts';
import { listTriageEntries } from '#store/triage-state.ts';
import { assess } from '#triage/assess.ts';
import { groupKeyOf } from '#triage/group-key.ts';
import type { Circumstances } from '#triage/submission.ts';
import { understand } from '#triage/understood.ts';
import type { Context } from './context.ts';
import { currentModel } from './triage-model.ts';

/** What triage made of it, as it is kept. */
export interface Assessed {
  readonly score: number;
  readonly lane: Extract<Lane, 'main' | 'spam'>;
  /** Null when triage failed: it then waits whatever the mode. */
  readonly groupKey: string | null;
  /** JSON of the signals. */
  readonly signals: string;
}

export type AssessedCircumstances = Omit<Circumstances, 'exactCopies' | 'nearCopies'>;

const MOST_COPIES = 50;
const FAILED: Assessed = { score: 0.5, lane: 'main', groupKey: null, signals: '[]' };

/** Advises where it waits. A triage that fails loses nothing and lets nothing through. */
export async function assessContribution(
  context: Context,
  {
    words,
    quote,
    circumstances,
    db = context.store.reader,
  }: {
    readonly words: Words;
    readonly quote: string | null;
    readonly circumstances: AssessedCircumstances;
    /** Where its like are looked for: a transaction, to see what it has written. */
    readonly db?: Store['reader'];
  },
): Promise<Assessed> {
  try {
    const lists = await listTriageEntries(db);
    const body = understand(words.body);
    const key = groupKeyOf(body);
    const bodies = await listGroupBodies(db, { groupKey: key, limit: MOST_COPIES });
    const { score, lane, signals } = assess({
      body,
      groupKey: key,
      submission: { ...words, quote },
      circumstances: {
        ...circumstances,
        exactCopies: bodies.filter((body) => body === words.body).length,
        nearCopies: bodies.length,
      },
      model: await currentModel(context, db),
      lists: {
        blockedWords: lists.blocked,
        allowedSenders: lists.allowed,
      },
    });
    const surelySpam = circumstances.honeypotFilled ? 'spam' : lane;
    return { score, lane: surelySpam, groupKey: key, signals: JSON.stringify(signals) };
  } catch (error) {
    context.log.error({ err: error }, 'triage failed; the contribution waits in the main lane');
    return FAILED;
  }
}
