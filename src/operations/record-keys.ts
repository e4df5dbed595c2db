// The keys that sign the record: `keys/log.key` in the data folder, one base64 seed a line, the oldest first. Which of them may
// sign is said by the record itself: the key a log began with, and each that a key.rotate leaf brought in.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLeaf } from '#record/leaf.ts';
import { formatVerifierKey, type SignerKey, verifierOf } from '#record/signed-note.ts';
import { listKeyRotations, type StoredLog } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { writeDurably } from './durable-file.ts';

/** For so long after a rotation the key before it signs too, so that whoever saved it sees the change coming. */
const OVERLAP_DAYS = 90;
const SEED_BYTES = 32;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface LogKeys {
  /** Every key the log ever named, the oldest first. */
  readonly verifierKeys: readonly string[];
  /** Those that sign now, the current one first; empty when the current one is not in the file. */
  readonly signers: readonly SignerKey[];
}

export async function logKeys(context: Context, db: Store['reader'], log: StoredLog): Promise<LogKeys> {
  const { keys, supersededAt } = await keysOfLog(db, log);
  const seeds = readSeeds(context);
  const byKey = new Map(
    seeds.map((seed): [string, SignerKey] => {
      const key = { name: log.origin, seed };
      return [formatVerifierKey(verifierOf(key)), key];
    }),
  );
  const now = context.clock.now().getTime();
  const mayStillSign = keys.filter((_, at) => now < (supersededAt[at] ?? Number.POSITIVE_INFINITY));
  const current = byKey.get(keys.at(-1)!);
  const signers = mayStillSign.toReversed().flatMap((key) => byKey.get(key) ?? []);
  return { verifierKeys: keys, signers: current ? signers : [] };
}

/** The key a new log begins with: the newest of the file, which is made when there is none. */
export function newVerifierKey(context: Context, origin: string): string {
  const seed = readSeeds(context).at(-1) ?? addSeed(context);
  return formatVerifierKey(verifierOf({ name: origin, seed }));
}

/** A new key beside those there are. Called in the transaction that names it: two rotations at once must not write the file at once. */
export function addVerifierKey(context: Context, origin: string): string {
  return formatVerifierKey(verifierOf({ name: origin, seed: addSeed(context) }));
}

/** How long the key before signs too, after a rotation at that moment. */
export const signsUntil = (rotatedAt: string) => new Date(Date.parse(rotatedAt) + OVERLAP_DAYS * DAY_MS);

/** A new seed at the end of the file, durable before anything names it. It signs once a leaf does. */
function addSeed(context: Context): Uint8Array {
  const seed = context.random.bytes(SEED_BYTES);
  const path = keyFile(context);
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const lines = [...readSeeds(context), seed].map((one) => `${Buffer.from(one).toString('base64')}\n`);
  writeDurably({ path, bytes: Buffer.from(lines.join('')), mode: 0o600 });
  return seed;
}

async function keysOfLog(db: Store['reader'], log: StoredLog) {
  const rotations = (await listKeyRotations(db, log.number)).flatMap((bytes) => {
    const leaf = readLeaf(bytes);
    return leaf?.kind === 'key.rotate' ? [leaf] : [];
  });
  return {
    keys: [log.verifierKey, ...rotations.map(({ key }) => key)],
    supersededAt: rotations.map(({ at }) => signsUntil(at).getTime()),
  };
}

function readSeeds({ settings }: Pick<Context, 'settings'>): readonly Uint8Array[] {
  try {
    const lines = readFileSync(keyFile({ settings }), 'latin1').split('\n').filter(Boolean);
    return lines
      .map((line) => new Uint8Array(Buffer.from(line, 'base64')))
      .filter(({ length }) => length === SEED_BYTES);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

const keyFile = ({ settings }: Pick<Context, 'settings'>) => join(settings.dataFolder, 'keys', 'log.key');
