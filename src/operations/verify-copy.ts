// Checks a site over HTTP, or a mirror of one, by what it serves: the log, its tiles, and each revision's files.

import { parseTreeHead, prefixOf } from '#record/checkpoint.ts';
import { readLeaf } from '#record/leaf.ts';
import { readManifest, sha256Hex } from '#record/manifest.ts';
import { parseVerifierKey, type VerifierKey } from '#record/signed-note.ts';
import { nodesInTile, readEntries, type Tile, tilePath, tilesOfTree, writeHashTile } from '#record/tile.ts';
import type { ReadFile } from './site-copy.ts';
import { type RecordedText, recordedTexts } from './verify-acts.ts';
import type { ReportFault, Verified, VerifyOptions } from './verify-fault.ts';
import { type CheckedLog, checkContinuations, checkEarlier, checkHead, computeTree } from './verify-tree.ts';

const AT_ONCE = 8;
const ENTRIES_A_BUNDLE = 256;

/** `keys` are those to believe; without them the site's own are taken, which proves only that it agrees with itself. */
export async function verifyCopy(
  read: ReadFile,
  options: VerifyOptions & { readonly key?: string | undefined },
): Promise<Verified> {
  const { report } = options;
  const nothing = {
    origin: '',
    leaves: 0,
    revisions: 0,
    files: 0,
    contributions: 0,
    unsigned: 0,
    withheld: 0,
    continued: null,
  };
  const keys = options.key ? keysIn(options.key) : keysIn(textOf(await read('.well-known/stet-log')) ?? '');
  if (keys.length === 0) report('key-missing', '/.well-known/stet-log');
  const logs = [];
  for (const origin of originsOf(keys)) logs.push(await verifyServedLog(read, { origin, keys }, options));
  const last = logs.at(-1);
  if (!last) return nothing;
  const { origin, leaves, parsed } = last;
  if (options.earlier) checkEarlier(options.earlier, logs, report);
  const addressOf = ({ text, revision }: { readonly text: string; readonly revision: number }) =>
    `/text/${text}/${revision}`;
  const texts = recordedTexts(parsed, { report, addressOf });
  const continued = checkContinuations(logs, report);
  const checked = await checkTexts(read, [...texts.values()], options);
  return { origin, leaves: leaves.length, contributions: 0, unsigned: 0, continued, ...checked };
}

/** A log begun anew is under another origin; the last one named is the one that goes on. */
export const originsOf = (keys: readonly VerifierKey[]) => [...new Set(keys.map(({ name }) => name))];

async function verifyServedLog(
  read: ReadFile,
  { origin, keys }: { readonly origin: string; readonly keys: readonly VerifierKey[] },
  options: VerifyOptions,
): Promise<CheckedLog> {
  const { report } = options;
  const prefix = prefixOf(origin);
  const address = `/${prefix}/checkpoint`;
  const note = textOf(await read(`${prefix}/checkpoint`));
  const head = note === null ? null : parseTreeHead(note);
  if (note === null || !head) {
    report('checkpoint-missing', address);
    return { origin, keys, leaves: [], parsed: [], tree: computeTree([]) };
  }
  const leaves = await readLeaves(read, { prefix, size: head.size }, options);
  const tree = computeTree(leaves);
  checkHead({ note, address, origin, keys, tree }, report);
  const tiles = [...tilesOfTree(tree.size)].filter(({ level }) => level !== 'entries');
  await eachOf(tiles, async (tile) => {
    const served = bytesOf(await read(`${prefix}/${tilePath(tile)}`));
    const computed = writeHashTile(nodesInTile(tile).map(tree.node));
    if (!served || Buffer.compare(served, computed) !== 0) report('tile', `/${prefix}/${tilePath(tile)}`);
  });
  return { origin, keys, leaves, parsed: leaves.map(readLeaf), tree };
}

/** Every verifier key in what is shown, whatever stands around it. */
export function keysIn(shown: string): readonly VerifierKey[] {
  const written = shown.match(/[^\s"'+,<>]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/g) ?? [];
  return [...new Set(written)].flatMap((key) => parseVerifierKey(key) ?? []);
}

export async function readLeaves(
  read: ReadFile,
  { prefix, size }: { readonly prefix: string; readonly size: number },
  { report, expect, advance }: VerifyOptions,
): Promise<readonly Uint8Array[]> {
  expect?.(size);
  const bundles = [...tilesOfTree(size)].filter(({ level }) => level === 'entries');
  const leaves: Uint8Array[] = [];
  await eachOf(bundles, async (tile: Tile) => {
    const bytes = bytesOf(await read(`${prefix}/${tilePath(tile)}`));
    const entries = bytes && readEntries(bytes);
    if (entries?.length !== tile.width) report('tile', `/${prefix}/${tilePath(tile)}`);
    for (let at = 0; at < tile.width; at += 1)
      leaves[tile.index * ENTRIES_A_BUNDLE + at] = entries?.[at] ?? new Uint8Array();
    advance?.(tile.width);
  });
  return leaves;
}

async function checkTexts(read: ReadFile, texts: readonly RecordedText[], options: VerifyOptions) {
  const { report, expect, advance } = options;
  const counted = { revisions: 0, files: 0, withheld: 0 };
  const revisions = texts.flatMap(({ textId, isWithdrawn, revisions }) =>
    [...revisions].map(([number, { manifest }]) => ({ folder: `text/${textId}/${number}`, manifest, isWithdrawn })),
  );
  expect?.(revisions.length);
  await eachOf(revisions, async ({ folder, manifest, isWithdrawn }) => {
    const served = await read(`${folder}/manifest.txt`);
    const bytes = bytesOf(served);
    if (!bytes && isWithdrawn) counted.withheld += 1;
    else if (!bytes) report('missing', `/${folder}/manifest.txt`);
    else if (sha256Hex(bytes) !== manifest) report('manifest', `/${folder}/manifest.txt`);
    else {
      const files = await checkFiles(read, { folder, manifest: Buffer.from(bytes).toString() }, report);
      counted.revisions += 1;
      counted.files += files;
    }
    advance?.(1);
  });
  return counted;
}

async function checkFiles(
  read: ReadFile,
  { folder, manifest }: { readonly folder: string; readonly manifest: string },
  report: ReportFault,
): Promise<number> {
  const files = readManifest(manifest);
  if (!files || [...files.keys()].some((path) => path.includes('..'))) {
    report('manifest', `/${folder}/manifest.txt`);
    return 0;
  }
  for (const [path, hash] of files) {
    const bytes = bytesOf(await read(`${folder}/${path}`));
    if (!bytes) report('missing', `/${folder}/${path}`);
    else if (sha256Hex(bytes) !== hash) report('file', `/${folder}/${path}`);
  }
  return files.size;
}

export const bytesOf = (file: Awaited<ReturnType<ReadFile>>) => (file === 'withheld' ? null : file);
const textOf = (file: Awaited<ReturnType<ReadFile>>) => {
  const bytes = bytesOf(file);
  return bytes && Buffer.from(bytes).toString();
};

/** A few at a time, so that one slow answer holds up nothing and a site is not swamped. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
