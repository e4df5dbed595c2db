import { parseTreeHead, type TreeHead } from '#record/checkpoint.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { findLog } from '#store/leaves.ts';
import { listRevisionNames } from '#store/recorded-files.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { appendPublication, appendWithdrawals } from './record-adopt.ts';
import { appendLeaf, beginLog } from './record-append.ts';
import { savedHead } from './record-guard.ts';
import { thawRecord } from './record-open.ts';
import { signRecord } from './record-sign.ts';

export interface ContinuedRecord {
  readonly origin: string;
  readonly verifierKey: string;
  /** The last head known of the log that ends here. */
  readonly quoted: TreeHead;
}

/**
 * A new log where the one before cannot be gone on with. Its first leaf quotes the last head that is known to be signed, and the
 * following ones say again what is published: it can be checked by itself, and the old one stays as it is. Null when nothing hinders
 * the old one, or nothing was ever signed.
 */
export async function continueAnew(context: Context): Promise<ContinuedRecord | null> {
  authorise(context, 'record.continue');
  const { store } = context;
  const fault = store.frozen();
  const quoted = fault && (await lastHead(context));
  if (!quoted) return null;
  const { origin, verifierKey } = await store.mend(async (transaction) => {
    const before = await findLog(transaction);
    // The log of the kept head was the first, even where this database knows of none.
    const log = await beginLog(context, transaction, { number: (before?.number ?? 1) + 1 });
    const root = Buffer.from(quoted.root).toString('base64');
    const leaf = { kind: 'log.continue', at: moment(context), origin: quoted.origin, size: quoted.size, root } as const;
    await appendLeaf(context, transaction, leaf);
    for (const revision of await listRevisionNames(transaction))
      await appendPublication(context, transaction, revision);
    await appendWithdrawals(context, transaction);
    return log;
  });
  await thawRecord(context);
  await signRecord(context);
  return { origin, verifierKey, quoted };
}

async function lastHead(context: Context): Promise<TreeHead | null> {
  const saved = savedHead(context);
  if (saved) return saved;
  const db = context.store.reader;
  const log = await findLog(db);
  const last = log && (await findLastCheckpoint(db, log.number));
  return last ? parseTreeHead(last.note) : null;
}
