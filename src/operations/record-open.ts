// What is asked of the record before the program changes anything: does the database still hold what was once signed?
import type { RecordFault } from '#domain/record-fault.ts';
import { readCheckpoint, type TreeHead } from '#record/checkpoint.ts';
import { readLeaf } from '#record/leaf.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { countLeaves, findLog, listLeafBytes, type StoredLog } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { adoptRevisions } from './record-adopt.ts';
import { guardPlaces, savedHead, savedNote } from './record-guard.ts';
import { logKeys } from './record-keys.ts';
import { linkOlderCheckpoints } from './record-link.ts';
import { releaseCheckpoint } from './record-release.ts';
import { extendsHead } from './record-sign.ts';

/** Freezes the store when something is wrong; otherwise gives older revisions their leaves and makes good what was not yet written. */
export async function openRecord(context: Context): Promise<RecordFault | null> {
  const { store, log, settings } = context;
  const fault = await findFault(context);
  if (fault) {
    store.freeze(fault);
    log.fatal({ fault, guard: savedNote(settings)?.path }, 'the record cannot be continued: nothing can be changed');
    return fault;
  }
  await adoptRevisions(context);
  await linkOlderCheckpoints(context);
  await releaseAgain(context);
  return null;
}

/** Lifts what froze the store once it is mended, by whichever process: a server need not be started again. */
export async function thawRecord(context: Context): Promise<RecordFault | null> {
  const { store, log } = context;
  const fault = await findFault(context);
  if (!fault && store.frozen()) {
    store.freeze(null);
    log.warn('the record can be continued');
    await releaseAgain(context);
  }
  return fault;
}

async function releaseAgain(context: Context): Promise<void> {
  const { store, settings } = context;
  const current = await findLog(store.reader);
  const last = current && (await findLastCheckpoint(store.reader, current.number));
  const saved = savedNote(settings);
  if (last && (saved?.note !== last.note || saved.path !== guardPlaces(settings)[0])) releaseCheckpoint(context, last);
}

async function findFault(context: Context): Promise<RecordFault | null> {
  const db = context.store.reader;
  const [log, saved] = [await findLog(db), savedHead(context)];
  if (!log) return saved ? 'forked' : null;
  const size = await countLeaves(db, log.number);
  if (saved && !(await holds(db, { log, size, saved }))) return 'forked';
  const last = await findLastCheckpoint(db, log.number);
  const { signers, verifierKeys } = await logKeys(context, db, log);
  if (signers.length === 0) return 'keyless';
  if (!last) return null;
  const keys = verifierKeys.flatMap((key) => parseVerifierKey(key) ?? []);
  const head = readCheckpoint(last.note, { origin: log.origin, keys });
  return head?.size === last.size && (await extendsHead(db, { log, size, head })) ? null : 'broken';
}

/** Also by quoting it: a log begun anew answers for the head it goes on from. */
async function holds(
  db: Store['reader'],
  { log, size, saved }: { readonly log: StoredLog; readonly size: number; readonly saved: TreeHead },
): Promise<boolean> {
  if (saved.origin === log.origin) return extendsHead(db, { log, size, head: saved });
  const quoted = await quotedHead(db, log);
  return quoted?.origin === saved.origin && quoted.size === saved.size && Buffer.compare(quoted.root, saved.root) === 0;
}

/** The head that a log begun anew quotes in its first leaf. */
export async function quotedHead(db: Store['reader'], { number }: StoredLog): Promise<TreeHead | null> {
  const [bytes] = await listLeafBytes(db, { log: number, start: 0, end: 1 });
  const leaf = bytes && readLeaf(bytes);
  if (leaf?.kind !== 'log.continue') return null;
  return { origin: leaf.origin, size: leaf.size, root: new Uint8Array(Buffer.from(leaf.root, 'base64')) };
}
