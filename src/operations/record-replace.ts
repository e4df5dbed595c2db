// Going on with a record from a newer copy of the whole data: a backup, or another data folder.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from '#store/database-copy.ts';
import { countLeaves, findLog, listLeafBytes, listLogs, type StoredLog } from '#store/leaves.ts';
import { openStore, type Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { writeDurably } from './durable-file.ts';
import { savedHead } from './record-guard.ts';
import { thawRecord } from './record-open.ts';
import { extendsHead } from './record-sign.ts';
import { verifyData } from './verify-data.ts';
import type { VerifyOptions } from './verify-fault.ts';

export interface ReplacedRecord {
  readonly leaves: number;
  /** Where the database that was replaced is kept. */
  readonly keptIn: string;
}

/**
 * Takes the whole database of `folder` in place of the one here, in one step that others see as one change. Only when it is sound,
 * begins with every leaf this one has, and holds the head that was kept; null otherwise, and nothing was changed.
 */
export async function replaceFromFolder(
  context: Context,
  { folder }: { readonly folder: string },
  options: VerifyOptions,
): Promise<ReplacedRecord | null> {
  authorise(context, 'record.continue');
  const { dataFolder } = context.settings;
  const unfinished = `${dataFolder}.newer`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    await copyDatabase({ from: folder, to: unfinished });
    const newer = await openStore({ dataFolder: unfinished });
    const leaves = await goesOn(context, newer.reader).finally(() => newer.close());
    let isSound = true;
    const report: VerifyOptions['report'] = (...fault) => {
      isSound = false;
      options.report(...fault);
    };
    verifyData({ dataFolder: unfinished }, { ...options, report });
    if (leaves === null || !isSound) return null;
    const keptIn = `${dataFolder}.before-${context.clock.now().toISOString().replaceAll(/[:.]/g, '-')}`;
    mkdirSync(keptIn, { mode: 0o700 });
    await copyDatabase({ from: dataFolder, to: keptIn });
    takeKeys(context, folder);
    await copyDatabase({ from: unfinished, to: dataFolder });
    await thawRecord(context);
    return { leaves, keptIn };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** How many leaves it has; null when it does not go on from here. */
async function goesOn(context: Context, newer: Store['reader']): Promise<number | null> {
  const [logs, saved] = [await listLogs(newer), savedHead(context)];
  for (const log of await listLogs(context.store.reader)) {
    const same = logs.find(({ number, origin }) => number === log.number && origin === log.origin);
    if (!same || !(await beginsWith(newer, context.store.reader, log))) return null;
  }
  const current = await findLog(newer);
  const size = current ? await countLeaves(newer, current.number) : 0;
  const ofSaved = saved && logs.find(({ origin }) => origin === saved.origin);
  if (saved && !ofSaved) return null;
  if (saved && ofSaved) {
    const held = await countLeaves(newer, ofSaved.number);
    if (!(await extendsHead(newer, { log: ofSaved, size: held, head: saved }))) return null;
  }
  return size;
}

const LEAVES_AT_ONCE = 5000;

/** Leaf by leaf: the hashes of a damaged database may not be asked. */
async function beginsWith(newer: Store['reader'], ours: Store['reader'], { number }: StoredLog): Promise<boolean> {
  for (let start = 0; ; start += LEAVES_AT_ONCE) {
    const range = { log: number, start, end: start + LEAVES_AT_ONCE };
    const [mine, theirs] = [await listLeafBytes(ours, range), await listLeafBytes(newer, range)];
    if (mine.some((bytes, at) => !theirs[at] || Buffer.compare(bytes, theirs[at]) !== 0)) return false;
    if (mine.length < LEAVES_AT_ONCE) return true;
  }
}

/** The newer record may be signed by a key this folder has not got. */
function takeKeys({ settings }: Context, folder: string): void {
  const seedsIn = (place: string) => {
    try {
      return readFileSync(join(place, 'keys', 'log.key'), 'latin1')
        .split('\n')
        .filter(Boolean);
    } catch {
      return [];
    }
  };
  const [ours, theirs] = [seedsIn(settings.dataFolder), seedsIn(folder)];
  const seeds = [...new Set([...ours, ...theirs])];
  if (seeds.length === ours.length) return;
  const path = join(settings.dataFolder, 'keys', 'log.key');
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  writeDurably({ path, bytes: Buffer.from(seeds.map((seed) => `${seed}\n`).join('')), mode: 0o600 });
}
