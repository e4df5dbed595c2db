import { parseTreeHead, type TreeHead } from '#record/checkpoint.ts';
import { readLeaf } from '#record/leaf.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { listReceivedRevisions, updateReceivedRevision } from '#store/contribution-leaves.ts';
import { findLog, listLeafBytes, type StoredLog } from '#store/leaves.ts';
import { listRevisionNames } from '#store/recorded-files.ts';
import type { Store } from '#store/store.ts';
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
    await receiveAgain(context, transaction, log);
    return log;
  });
  await thawRecord(context);
  await signRecord(context);
  return { origin, verifierKey, quoted };
}

/** What is kept of contributions, under the commitments it was received with. What was erased stays in the old log alone. */
async function receiveAgain(context: Context, transaction: Store['reader'], { number }: StoredLog): Promise<void> {
  for (const { contributionId, revision, log, leaf } of await listReceivedRevisions(transaction)) {
    const [bytes] = await listLeafBytes(transaction, { log, start: leaf, end: leaf + 1 });
    const received = bytes && readLeaf(bytes);
    // A damaged leaf is the old log's fault, and its contribution is named by every verification.
    if (received?.kind !== 'contribution.receive') continue;
    const again = await appendLeaf(context, transaction, received);
    await updateReceivedRevision(transaction, { contributionId, revision, log: number, leaf: again });
  }
}

async function lastHead(context: Context): Promise<TreeHead | null> {
  const saved = savedHead(context);
  if (saved) return saved;
  const db = context.store.reader;
  const log = await findLog(db);
  const last = log && (await findLastCheckpoint(db, log.number));
  return last ? parseTreeHead(last.note) : null;
}
