// A process that publishes when told to, and says how long it took. Preloaded with without-record.ts it is the control.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startDraft } from '#operations/draft-start.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { publishText } from '#operations/text-publish.ts';
import { DATABASE_FILE } from '#store/store.ts';
import { createTestContext } from '#test/support/context.ts';

export interface Published {
  /** Milliseconds: the whole act; its transaction with the sync at its end; the signing afterwards. */
  readonly act: number;
  readonly transaction: number;
  readonly signing: number;
  readonly leaves: number;
}

const made = await createTestContext();
const { store } = made.context;
const behind = new Database(join(made.dataFolder, DATABASE_FILE));
// In the control nothing is recorded, so nothing may insist on it; the record's own process keeps its triggers.
if (process.argv[2] === 'without') behind.exec('drop trigger revision_never_unrecorded');
const countLeaves = behind.prepare('select count(*) from leaf').pluck();
let transaction = 0;
const write: typeof store.write = async (change) => {
  const startedAt = performance.now();
  const result = await store.write(change);
  transaction = performance.now() - startedAt;
  return result;
};
const context = { ...made.context, store: { ...store, write } };

process.on('message', async ({ source }: { readonly source?: string }) => {
  if (source === undefined) {
    behind.close();
    await made.close();
    process.disconnect?.();
    return;
  }
  const { textId } = await startDraft(context, { source });
  const startedAt = performance.now();
  const result = await publishText(context, { textId, version: 1 });
  const act = performance.now() - startedAt;
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  const ofAct = transaction;
  const signingAt = performance.now();
  await signRecord(made.context);
  const signing = performance.now() - signingAt;
  // Nothing of this process runs while the other has its turn.
  await tilesWritten(made.context);
  process.send?.({ act, transaction: ofAct, signing, leaves: countLeaves.get() as number } satisfies Published);
});
process.send?.('ready');
