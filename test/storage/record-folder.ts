// A record as files, as a mirror keeps it: written with src/record alone, so that what reads it can be tried without a site.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCheckpoint } from '#record/checkpoint.ts';
import { type Hash, hashLeaf, nodesCompletedBy, type ReadNode, rootHash } from '#record/hash-tree.ts';
import { writeLeaf } from '#record/leaf.ts';
import { manifestHash, writeManifest } from '#record/manifest.ts';
import { formatVerifierKey, type SignerKey, verifierOf } from '#record/signed-note.ts';
import { nodesInTile, tilePath, tilesOfTree, writeEntries, writeHashTile } from '#record/tile.ts';

const ORIGIN = 'stet.example/log';
export const TEST_KEY: SignerKey = { name: ORIGIN, seed: new Uint8Array(32) };

export interface RecordFolder {
  readonly verifierKey: string;
  checkpointAt(size: number): string;
}

/** `size` leaves; each a revision with its files where `texts` is asked for, else numbered entries. */
export function writeRecordFolder({
  folder,
  size,
  texts = false,
}: {
  readonly folder: string;
  readonly size: number;
  readonly texts?: boolean;
}): RecordFolder {
  const write = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const leaves = Array.from({ length: size }, (_, at) => (texts ? writeRevision(at, write) : numberedLeaf(at)));
  const read = growTree(leaves);
  const checkpointAt = (count: number) =>
    writeCheckpoint({ origin: ORIGIN, size: count, root: rootHash(count, read) }, [TEST_KEY]);
  for (const tile of tilesOfTree(size)) {
    const entries = tile.level === 'entries' ? leaves.slice(tile.index * 256, tile.index * 256 + tile.width) : null;
    write(`log/${tilePath(tile)}`, entries ? writeEntries(entries) : writeHashTile(nodesInTile(tile).map(read)));
  }
  const verifierKey = formatVerifierKey(verifierOf(TEST_KEY));
  write('log/checkpoint', checkpointAt(size));
  write('.well-known/stet-log', `${verifierKey}\n`);
  return { verifierKey, checkpointAt };
}

/** The numbered entries whose roots record.md's vectors give. */
function numberedLeaf(seq: number): Uint8Array {
  const commitment = createHash('sha256').update(`salt${seq}`).digest('hex');
  return Buffer.from(`{"alg":"sha256","commit":"${commitment}","seq":${seq},"type":"revision","v":1}`);
}

/** Two revisions a text. */
function writeRevision(at: number, write: (path: string, bytes: string) => void): Uint8Array {
  const text = `text${Math.floor(at / 2)}`.padEnd(22, '-');
  const revision = (at % 2) + 1;
  const files = { 'body.html': `<p>Body ${at}</p>`, 'source.md': `Body ${at}\n` };
  const manifest = writeManifest(Object.entries(files).map(([path, body]) => ({ path, bytes: Buffer.from(body) })));
  for (const [path, body] of Object.entries({ ...files, 'manifest.txt': manifest }))
    write(`text/${text}/${revision}/${path}`, body);
  const moment = '2026-11-22T18:00:00Z';
  return writeLeaf({ kind: 'revision.publish', at: moment, text, revision, manifest: manifestHash(manifest) });
}

function growTree(leaves: readonly Uint8Array[]): ReadNode {
  const levels: Hash[][] = [];
  const read: ReadNode = ({ level, index }) => levels[level]![index]!;
  for (const [at, leaf] of leaves.entries())
    for (const { level, index, hash } of nodesCompletedBy(at, hashLeaf(leaf), read)) {
      levels[level] ??= [];
      levels[level][index] = hash;
    }
  return read;
}
