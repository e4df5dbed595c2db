// A complete copy of a site's record and of every revision it speaks of, as plain files: any web server can serve it under the
// same addresses, `sha256sum -c` checks it, and the next run goes on from what is there.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseTreeHead, prefixOf } from '#record/checkpoint.ts';
import { readLeaf } from '#record/leaf.ts';
import { readManifest, sha256Hex } from '#record/manifest.ts';
import type { VerifierKey } from '#record/signed-note.ts';
import { tilePath, tilesOfTree } from '#record/tile.ts';
import { SUMS_FILE } from './backup-folder.ts';
import { writeDurably } from './durable-file.ts';
import { type ReadFile, readCopy } from './site-copy.ts';
import { type RecordedText, recordedTexts } from './verify-acts.ts';
import { bytesOf, eachOf, keysIn, originsOf, readLeaves, verifyCopy } from './verify-copy.ts';
import type { Verified, VerifyOptions } from './verify-fault.ts';
import { checkHead, computeTree } from './verify-tree.ts';

interface Mirror {
  readonly address: string;
  readonly folder: string;
}

/** Null when the site's record cannot be taken over: it is not signed, or it contradicts what was mirrored before. */
export async function makeMirror({ address, folder }: Mirror, options: VerifyOptions): Promise<Verified | null> {
  const read = readCopy(address);
  const description = bytesOf(await read('.well-known/stet-log'));
  const keys = keysIn(Buffer.from(description ?? '').toString());
  if (!description || keys.length === 0) {
    options.report('key-missing', '/.well-known/stet-log');
    return null;
  }
  const kept = readCopy(folder);
  const logs = [];
  for (const origin of originsOf(keys)) logs.push(await mirrorLog({ read, kept, folder, origin, keys }, options));
  if (logs.includes(null)) return null;
  const texts = recordedTexts((logs.at(-1)?.leaves ?? []).map(readLeaf), {
    report: options.report,
    addressOf: ({ text }) => `/text/${text}`,
  });
  await fetchTexts({ read, kept, folder }, [...texts.values()], options);
  write({ folder, path: '.well-known/stet-log' }, description);
  for (const log of logs)
    if (log) writeDurably({ path: join(folder, log.prefix, 'checkpoint'), bytes: Buffer.from(log.note) });
  writeDurably({ path: join(folder, SUMS_FILE), bytes: Buffer.from(sumsOf(folder)) });
  return verifyCopy(kept, options);
}

/** Null where what is served is not signed, or contradicts what was mirrored before. */
async function mirrorLog(
  {
    read,
    kept,
    folder,
    origin,
    keys,
  }: {
    readonly read: ReadFile;
    readonly kept: ReadFile;
    readonly folder: string;
    readonly origin: string;
    readonly keys: readonly VerifierKey[];
  },
  options: VerifyOptions,
): Promise<{ readonly prefix: string; readonly note: string; readonly leaves: readonly Uint8Array[] } | null> {
  const prefix = prefixOf(origin);
  const address = `/${prefix}/checkpoint`;
  if (!SAFE_PATH.test(prefix)) return null;
  const checkpoint = bytesOf(await read(`${prefix}/checkpoint`));
  const note = Buffer.from(checkpoint ?? '').toString();
  const head = parseTreeHead(note);
  if (!head) {
    options.report('checkpoint-missing', address);
    return null;
  }
  const both: ReadFile = async (path) => (await kept(path)) ?? (await fetched({ read, folder }, path));
  for (const tile of tilesOfTree(head.size)) if (tile.level !== 'entries') await both(`${prefix}/${tilePath(tile)}`);
  const leaves = await readLeaves(both, { prefix, size: head.size }, options);
  const tree = computeTree(leaves);
  const before = bytesOf(await kept(`${prefix}/checkpoint`));
  const notes = [note, ...(before ? [Buffer.from(before).toString()] : [])];
  const heads = notes.map((one) => checkHead({ note: one, address, origin, keys, tree }, options.report));
  return heads.includes(null) ? null : { prefix, note, leaves };
}

async function fetchTexts(
  { read, kept, folder }: { readonly read: ReadFile; readonly kept: ReadFile; readonly folder: string },
  texts: readonly RecordedText[],
  { expect, advance }: VerifyOptions,
): Promise<void> {
  const revisions = texts
    .filter(({ textId }) => /^[\w-]{1,64}$/.test(textId))
    .flatMap(({ textId, revisions }) =>
      [...revisions].map(([number, { manifest }]) => ({ at: `text/${textId}/${number}`, manifest })),
    );
  expect?.(revisions.length);
  await eachOf(revisions, async ({ at, manifest }) => {
    const have = bytesOf(await kept(`${at}/manifest.txt`));
    const isOurs = have !== null && sha256Hex(have) === manifest;
    const bytes = isOurs ? have : bytesOf(await read(`${at}/manifest.txt`));
    const files = bytes && sha256Hex(bytes) === manifest ? readManifest(Buffer.from(bytes).toString()) : null;
    for (const [path, hash] of files ?? []) {
      const there = SAFE_PATH.test(path) ? bytesOf(await kept(`${at}/${path}`)) : null;
      if (SAFE_PATH.test(path) && (!there || sha256Hex(there) !== hash))
        await fetched({ read, folder }, `${at}/${path}`);
    }
    // Last: a revision whose manifest is there is a revision that was taken over.
    if (files && bytes && !isOurs) write({ folder, path: `${at}/manifest.txt` }, bytes);
    advance?.(1);
  });
}

/** As src/record writes them: nothing that leads out of the folder. */
const SAFE_PATH = /^[a-z0-9][a-z0-9_-]*(?:[./][a-z0-9_-]+)*$/;

async function fetched({ read, folder }: { readonly read: ReadFile; readonly folder: string }, path: string) {
  const file = await read(path);
  const bytes = bytesOf(file);
  if (bytes) write({ folder, path }, bytes);
  return file;
}

/** Whole or not at all under its name; what a crash tore is found by the verification and fetched again. */
function write({ folder, path }: { readonly folder: string; readonly path: string }, bytes: Uint8Array): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.new`, bytes);
  renameSync(`${target}.new`, target);
}

function sumsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== SUMS_FILE && !path.endsWith('.new'))
    .sort()
    .map((path) => `${sha256Hex(readFileSync(join(folder, path)))}  ${path}\n`)
    .join('');
}
