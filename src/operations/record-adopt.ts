// Revisions older than the record get their leaves, in the order they were published and with the dates the database has of them.
import type { TextId } from '#domain/text.ts';
import { findLog } from '#store/leaves.ts';
import {
  findRecordedFiles,
  listUnrecorded,
  listUnrecordedWithdrawals,
  type RevisionName,
} from '#store/recorded-files.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { appendLeaf } from './record-append.ts';
import { manifestOf } from './record-manifest.ts';

const REVISIONS_A_TRANSACTION = 200;

/** Costs nothing where there is nothing to adopt. */
export async function adoptRevisions(context: Context): Promise<number> {
  const { store } = context;
  for (let adopted = 0; ; ) {
    if ((await listUnrecorded(store.reader, 1)).length === 0) return adopted;
    adopted += await store.write(async (transaction) => {
      const revisions = await listUnrecorded(transaction, REVISIONS_A_TRANSACTION);
      for (const revision of revisions) await appendPublication(context, transaction, revision);
      // Only after the last of them: a withdrawal names the revision that was current.
      if (revisions.length < REVISIONS_A_TRANSACTION) await appendWithdrawals(context, transaction);
      return revisions.length;
    });
  }
}

export async function appendPublication(
  context: Context,
  transaction: Store['reader'],
  { textId, number, publishedAt }: RevisionName,
): Promise<void> {
  const leaf = { kind: 'revision.publish', at: publishedAt, text: textId, revision: number } as const;
  await appendLeaf(context, transaction, {
    ...leaf,
    manifest: await storedManifestHash(transaction, { textId, number }),
  });
}

export async function appendWithdrawals(context: Context, transaction: Store['reader']): Promise<void> {
  const log = await findLog(transaction);
  for (const { textId, number, at, ground } of log ? await listUnrecordedWithdrawals(transaction, log.number) : []) {
    await appendLeaf(context, transaction, { kind: 'revision.withdraw', at, text: textId, revision: number, ground });
  }
}

/** Of a revision that is stored already. */
export async function storedManifestHash(
  transaction: Store['reader'],
  { textId, number }: { readonly textId: TextId; readonly number: number },
): Promise<string> {
  const files = await findRecordedFiles(transaction, { textId, number });
  if (!files) throw new Error(`no revision ${number} of ${textId}`);
  return manifestOf(files).hash;
}
