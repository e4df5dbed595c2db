// What is asked of the record before the program changes anything: does the database still hold what was once signed?
import type { RecordFault } from '#domain/record-fault.ts';
import { parseTreeHead, readCheckpoint, type TreeHead } from '#record/checkpoint.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { countLeaves, findLog } from '#store/leaves.ts';
import type { Context } from './context.ts';
import { adoptRevisions } from './record-adopt.ts';
import { logKeys } from './record-keys.ts';
import { guardFile, readIfThere, releaseCheckpoint } from './record-release.ts';
import { extendsHead } from './record-sign.ts';

/** Freezes the store when something is wrong; otherwise gives older revisions their leaves and makes good what was not yet written. */
export async function openRecord(context: Context): Promise<RecordFault | null> {
  const { store, log } = context;
  const fault = await recordFault(context);
  if (fault) {
    store.freeze(fault);
    log.fatal({ fault, guard: guardFile(context) }, 'the record cannot be continued: nothing can be changed');
    return fault;
  }
  await adoptRevisions(context);
  const current = await findLog(store.reader);
  const last = current && (await findLastCheckpoint(store.reader, current.number));
  if (last && readIfThere(guardFile(context))?.toString() !== last.note) releaseCheckpoint(context, last);
  return null;
}

async function recordFault(context: Context): Promise<RecordFault | null> {
  const db = context.store.reader;
  const [log, saved] = [await findLog(db), savedHead(context)];
  if (!log) return saved ? 'forked' : null;
  const size = await countLeaves(db, log.number);
  if (saved && (saved.origin !== log.origin || !(await extendsHead(db, { log, size, head: saved })))) return 'forked';
  const last = await findLastCheckpoint(db, log.number);
  const { signers, verifierKeys } = await logKeys(context, db, log);
  if (signers.length === 0) return 'keyless';
  if (!last) return null;
  const keys = verifierKeys.flatMap((key) => parseVerifierKey(key) ?? []);
  const head = readCheckpoint(last.note, { origin: log.origin, keys });
  return head?.size === last.size && (await extendsHead(db, { log, size, head })) ? null : 'broken';
}

/** The head that was last signed, as the copy outside the database has it. */
export function savedHead(context: Context): TreeHead | null {
  return parseTreeHead(readIfThere(guardFile(context))?.toString() ?? '');
}
