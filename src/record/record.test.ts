// The test vectors the record's formats come with, and the properties proofs must have at every size.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { COMMITMENT_KEY_BYTES, commit } from './commitment.ts';
import {
  consistencyRanges,
  EMPTY_ROOT,
  type Hash,
  hashLeaf,
  hashRange,
  inclusionRanges,
  nodesCompletedBy,
  type ReadNode,
  rootHash,
} from './hash-tree.ts';
import { type Leaf, readLeaf, writeLeaf } from './leaf.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { formatVerifierKey, openNote, parseVerifierKey, signNote, verifierOf } from './signed-note.ts';
import {
  nodesInTile,
  parseTilePath,
  readEntries,
  tileExists,
  tilePath,
  tilesOfTree,
  writeEntries,
  writeHashTile,
} from './tile.ts';
import { parseTlogProof, writeTlogProof } from './tlog-proof.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const ORIGIN = 'stet.example/log';
const ZERO_SEED = new Uint8Array(32);
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

function grow(leaves: Iterable<Uint8Array>): { readonly read: ReadNode; readonly size: number } {
  const nodes = new Map<string, Hash>();
  const read: ReadNode = ({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`);
    assert.ok(hash, `node ${level}/${index} was never completed`);
    return hash;
  };
  let size = 0;
  for (const leaf of leaves) {
    for (const node of nodesCompletedBy(size, hashLeaf(leaf), read))
      nodes.set(`${node.level}/${node.index}`, node.hash);
    size += 1;
  }
  return { read, size };
}

function* numberedLeaves(count: number): Generator<Uint8Array> {
  for (let seq = 0; seq < count; seq += 1) {
    const commitment = createHash('sha256').update(`salt${seq}`).digest('hex');
    yield Buffer.from(`{"alg":"sha256","commit":"${commitment}","seq":${seq},"type":"revision","v":1}`);
  }
}

test('RFC 6962 roots for the eight classic leaves', () => {
  assert.equal(hex(EMPTY_ROOT).slice(0, 8), 'e3b0c442');
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = ['6e340b9c', 'fac54203', 'aeb6bcfe', 'd37ee418', '4e3bbb1f', '76e67dad', 'ddb89be4', '5dc9da79'];
  const { read } = grow(leaves.map((leaf) => Buffer.from(leaf, 'hex')));
  for (const [at, expected] of roots.entries()) assert.equal(hex(rootHash(at + 1, read)).slice(0, 8), expected);
});

test('roots of the numbered log at 1, 3, 257 and 70,000 leaves, and its tiles', () => {
  const { read, size } = grow(numberedLeaves(70_000));
  const roots: readonly [number, string][] = [
    [1, 'B49o5cnENYxPedZJk14D6OCB+EjveRuLy5qiE+ieWsw='],
    [3, '9Kt2K137fnFFHTkF+Jf/6IwVDy1lPFYrORgK+1g7DtE='],
    [257, 'i5AO8rftrWf8PvLgN0FVkmzmhOJscGAbWtsSdJ/XaJk='],
    [70_000, 'VTeWC5csoOwjjJd2/AMs3PX7ZIIC5UhrT6CnliUGBvM='],
  ];
  for (const [at, root] of roots) assert.equal(base64(rootHash(at, read)), root);
  const tiles = [...tilesOfTree(size)].filter((tile) => tile.level !== 'entries');
  const count = (level: number, full: boolean) =>
    tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
  assert.deepEqual(
    [count(0, true), count(0, false), count(1, true), count(1, false), count(2, true), count(2, false)],
    [273, 1, 1, 1, 0, 1],
  );
  assert.deepEqual(
    tiles.filter(({ width }) => width < 256).map(({ width }) => width),
    [112, 17, 1],
  );
  assert.equal(writeHashTile(nodesInTile(tiles[0]!).map(read)).length, 8192);
});

test('the published example of a verifier key and the key of a seed of zeros', () => {
  const published = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  assert.equal(formatVerifierKey(parseVerifierKey(published)!), published);
  assert.equal(parseVerifierKey(published.replace('530d', '531d')), null);
  const ours = verifierOf({ name: ORIGIN, seed: ZERO_SEED });
  assert.equal(formatVerifierKey(ours), 'stet.example/log+57c7fc27+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop');
});

test('a note opens with its key, ignores strangers, refuses a changed byte', () => {
  const key = { name: ORIGIN, seed: ZERO_SEED };
  const stranger = { name: 'elsewhere.example', seed: new Uint8Array(32).fill(7) };
  const note = signNote('This is an example message.\n', [stranger, key]);
  assert.equal(openNote(note, [verifierOf(key)])?.text, 'This is an example message.\n');
  assert.equal(openNote(note.replace('example m', 'Example m'), [verifierOf(key)]), null);
  assert.equal(openNote(note, []), null);
  assert.equal(openNote('no note at all', [verifierOf(key)]), null);
});

test('a checkpoint is bound to its origin, its size and its root', () => {
  const keys = [verifierOf({ name: ORIGIN, seed: ZERO_SEED })];
  const head = { origin: ORIGIN, size: 3, root: hashLeaf(Buffer.from('x')) };
  const checkpoint = writeCheckpoint(head, [{ name: ORIGIN, seed: ZERO_SEED }]);
  assert.deepEqual(readCheckpoint(checkpoint, { origin: ORIGIN, keys })?.size, 3);
  assert.equal(readCheckpoint(checkpoint, { origin: 'other.example', keys }), null);
  assert.equal(readCheckpoint(checkpoint.replace('\n3\n', '\n4\n'), { origin: ORIGIN, keys }), null);
});

test('every inclusion and consistency proof verifies, and a wrong one does not', () => {
  const most = 70;
  const leaves = [...numberedLeaves(most)];
  const { read } = grow(leaves);
  for (let size = 1; size <= most; size += 1) {
    const root = rootHash(size, read);
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionRanges(index, size).map((range) => hashRange(range, read));
      const claim = { index, size, leafHash: hashLeaf(leaves[index]!), root, proof };
      assert.ok(verifyInclusion(claim), `leaf ${index} of ${size}`);
      assert.ok(!verifyInclusion({ ...claim, leafHash: hashLeaf(Buffer.from('forged')) }));
      if (size > 1) assert.ok(!verifyInclusion({ ...claim, index: (index + 1) % size }));
      assert.ok(!verifyInclusion({ ...claim, proof: [...proof, root] }));
    }
    for (let from = 0; from <= size; from += 1) {
      const proof = consistencyRanges(from, size).map((range) => hashRange(range, read));
      const claim = { from: { size: from, root: rootHash(from, read) }, to: { size, root }, proof };
      assert.ok(verifyConsistency(claim), `${from} to ${size}`);
      if (from > 0)
        assert.ok(!verifyConsistency({ ...claim, from: { size: from, root: hashLeaf(Buffer.from('forged')) } }));
    }
  }
});

test('tile paths are the ones of the specification and only those parse', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 'entries', index: 5, width: 17 }), 'tile/entries/005.p/17');
  for (const path of [
    'tile/0/67',
    'tile/0/x000/067',
    'tile/00/067',
    'tile/0/067.p/0',
    'tile/0/067.p/256',
    'tile/0/067.p/300',
    '../tile/0/067',
  ]) {
    assert.equal(parseTilePath(path), null, path);
  }
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.integer({ min: 1, max: 256 }),
      fc.constantFrom(0, 1, 2, 'entries' as const),
      (index, width, level) => {
        assert.deepEqual(parseTilePath(tilePath({ level, index, width })), { level, index, width });
      },
    ),
  );
  assert.ok(tileExists({ level: 0, index: 1, width: 1 }, 257) && !tileExists({ level: 0, index: 1, width: 2 }, 257));
});

test('bundles of entries give back their entries; cut short they give nothing', () => {
  const entries = ['', 'one', 'x'.repeat(1000)].map((entry) => Buffer.from(entry));
  const bundle = writeEntries(entries);
  assert.deepEqual(
    readEntries(bundle)!.map((entry) => Buffer.from(entry).toString()),
    entries.map(String),
  );
  assert.equal(readEntries(bundle.subarray(0, -1)), null);
});

test('a leaf is written in one way only and holds nothing it must not', () => {
  const leaf: Leaf = {
    kind: 'revision.publish',
    at: '2026-11-22T18:00:00Z',
    text: 'A'.repeat(22),
    revision: 3,
    manifest: 'a'.repeat(64),
  };
  const bytes = writeLeaf(leaf);
  assert.equal(
    Buffer.from(bytes).toString(),
    `{"at":"2026-11-22T18:00:00Z","kind":"revision.publish","manifest":"${'a'.repeat(64)}","revision":3,"text":"${'A'.repeat(22)}","v":1}`,
  );
  assert.deepEqual(readLeaf(bytes), leaf);
  assert.equal(readLeaf(Buffer.from(Buffer.from(bytes).toString().replace(':3', ': 3'))), null);
  for (const [right, wrong] of [
    ['"at"', '"au"'],
    ['"manifest":', '"manifesu":'],
    ['"revision":3', '"revision":"3"'],
    ['revision.publish', 'revision.publisi'],
    ['revision.publish', 'constructor'],
    ['"v":1', '"u":1,"v":1'],
  ] as const)
    assert.equal(readLeaf(Buffer.from(Buffer.from(bytes).toString().replace(right, wrong))), null, wrong);
  assert.throws(() => writeLeaf({ ...leaf, revision: 1.5 }), /revision/);
  assert.throws(() => writeLeaf({ ...leaf, text: 'é' }), /text/);
  assert.throws(() => writeLeaf({ ...leaf, text: 'x'.repeat(1024) }), /1024/);
});

test('a manifest is sorted and its lines are those of sha256sum', () => {
  const manifest = writeManifest([
    { path: 'source.md', bytes: Buffer.from('b') },
    { path: 'body.html', bytes: Buffer.from('a') },
  ]);
  assert.match(manifest, /^ca978112ca1b[0-9a-f]{52} {2}body\.html\n3e23e8160039[0-9a-f]{52} {2}source\.md\n$/);
  assert.deepEqual([...readManifest(manifest)!.keys()], ['body.html', 'source.md']);
  assert.throws(() => writeManifest([{ path: '../x', bytes: Buffer.from('') }]), /manifest/);
});

test('a proof file gives back what it was written from', () => {
  const proof = {
    index: 5,
    hashes: [hashLeaf(Buffer.from('1')), hashLeaf(Buffer.from('2'))],
    checkpoint: 'o\n9\nr\n\n— o s\n',
  };
  const file = writeTlogProof(proof);
  assert.ok(file.startsWith('c2sp.org/tlog-proof@v1\nindex 5\n'));
  assert.equal(writeTlogProof(parseTlogProof(file)!), file);
  assert.equal(parseTlogProof(file)!.checkpoint, proof.checkpoint);
  assert.equal(parseTlogProof(file.replace('index 5', 'index 05')), null);
});

test('a commitment needs its key', () => {
  const [key, other] = [new Uint8Array(COMMITMENT_KEY_BYTES), new Uint8Array(COMMITMENT_KEY_BYTES).fill(1)];
  assert.notEqual(commit(key, Buffer.from('post')), commit(other, Buffer.from('post')));
  assert.throws(() => commit(new Uint8Array(4), Buffer.from('post')), /32/);
});
