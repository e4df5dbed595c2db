// A complete copy of a site's record and of every revision it speaks of, as plain files: any web server can serve it under the
// same addresses, `sha256sum -c` checks it, and the next run goes on from what is there.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseTreeHead } from '#record/checkpoint.ts';
import { readManifest, sha256Hex } from '#record/manifest.ts';
import { tilePath, tilesOfTree } from '#record/tile.ts';
import { SUMS_FILE } from './backup-folder.ts';
import { writeDurably } from './durable-file.ts';
import { type ReadFile, readCopy } from './site-copy.ts';
import { type RecordedText, recordedTexts } from './verify-acts.ts';
import { bytesOf, eachOf, keysIn, readLeaves, verifyCopy } from './verify-copy.ts';
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
  const checkpoint = bytesOf(await read('log/checkpoint'));
  const head = checkpoint && parseTreeHead(Buffer.from(checkpoint).toString());
  if (!description || !checkpoint || !head) {
    options.report('checkpoint-missing', '/log/checkpoint');
    return null;
  }
  const kept = readCopy(folder);
  const both: ReadFile = async (path) => (await kept(path)) ?? (await fetched({ read, folder }, path));
  for (const tile of tilesOfTree(head.size)) if (tile.level !== 'entries') await both(`log/${tilePath(tile)}`);
  const leaves = await readLeaves(both, head.size, options);
  const tree = computeTree(leaves);
  const keys = keysIn(Buffer.from(description).toString());
  const before = bytesOf(await kept('log/checkpoint'));
  const notes = [checkpoint, ...(before ? [before] : [])].map((bytes) => Buffer.from(bytes).toString());
  const origin = keys.at(-1)?.name ?? '';
  const heads = notes.map((note) =>
    checkHead({ note, address: '/log/checkpoint', origin, keys, tree }, options.report),
  );
  if (heads.includes(null)) return null;
  const texts = recordedTexts(leaves, { report: options.report, addressOf: ({ text }) => `/text/${text}` });
  await fetchTexts({ read, kept, folder }, [...texts.values()], options);
  write({ folder, path: '.well-known/stet-log' }, description);
  writeDurably({ path: join(folder, 'log', 'checkpoint'), bytes: checkpoint });
  writeDurably({ path: join(folder, SUMS_FILE), bytes: Buffer.from(sumsOf(folder)) });
  return verifyCopy(kept, options);
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
