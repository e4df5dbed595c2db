#!/usr/bin/env node
// stet-verify: checks the record of a Stet site, or of a mirror of one, without trusting a line of Stet's own code.
//
//   stet-verify URL|FOLDER [--checkpoint FILE] [--key VERIFIER-KEY]…
//
// It needs Node 20 or newer and nothing else: read it from here to the end, it is all there is.
// What it does, in this order:
//   1. reads the signed checkpoint (log/checkpoint) and checks its Ed25519 signature;
//   2. reads every entry of the log (log/tile/entries/…), hashes the whole tree anew (RFC 6962)
//      and compares the root with the signed one;
//   3. compares every tile of hashes (log/tile/<level>/…) with the hashes it computed;
//   4. with --checkpoint, checks that the log still begins with the tree that earlier checkpoint (or proof file) signed;
//   5. for every publication in the log, reads manifest.txt and the files it lists under text/<id>/<number>/
//      and compares their SHA-256 with what the log says.
// Without --key it takes the key the site itself shows (.well-known/stet-log). That proves the site agrees with itself
// and with your saved checkpoint; to know that it is the site you think, pass a key you got elsewhere. A record that
// changed its key has several: pass the one your saved checkpoint was signed with beside the new one.
// It ends with 0 when all is sound, 65 when something is wrong (each on a line, with its address), 64 when misused.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const TILE_WIDTH = 256;
const AT_ONCE = 8;
let wrong = 0;
let log = 'log';
const say = (line) => process.stdout.write(`${line}\n`);
const complain = (address, what) => {
  wrong += 1;
  say(`WRONG  ${address}: ${what}`);
};
process.exitCode = await main();

async function main() {
  const { from, checkpointFile, given } = readArguments();
  if (!from) return 64;
  const read = /^https?:\/\//.test(from) ? overHttp(from) : inFolder(from);
  const keys = given ?? verifierKeysIn(await read('.well-known/stet-log'));
  if (keys.length === 0) return stop('.well-known/stet-log', 'no verifier key there, and none given with --key');
  if (!given) say(`note   the key is the one shown there: ${keys.join(', ')}`);

  // The log lies where its name says: press.example/log under /log/, one that was begun anew (press.example/log/2) under /log/2/.
  log = keys
    .at(-1)
    .split('+')[0]
    .replace(/^[^/]*\//, '');
  const head = openCheckpoint(await read(`${log}/checkpoint`), keys);
  if (!head) return stop(`${log}/checkpoint`, 'missing, malformed or not signed by that key');
  say(`signed ${head.origin}: ${head.size} leaves, root ${head.root.toString('base64')}`);

  const leaves = await readLeaves(read, head.size);
  const tree = buildTree(leaves.map(hashLeaf));
  if (!rootOf(tree, leaves.length).equals(head.root))
    complain(`${log}/checkpoint`, 'the leaves served do not have the signed root');
  await compareTiles(read, tree, head.size);
  if (checkpointFile) await compareEarlier(checkpointFile, keys, head, tree);
  const checked = await checkRevisions(read, leaves);
  say(
    `read   ${leaves.length} leaves; ${checked.revisions} revisions with ${checked.files} files; ${checked.withdrawn} withdrawn and not served`,
  );
  say(wrong === 0 ? 'sound' : `${wrong} wrong`);
  return wrong === 0 ? 0 : 65;
}

function readArguments() {
  try {
    const options = { checkpoint: { type: 'string' }, key: { type: 'string', multiple: true } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { from: positionals[0], checkpointFile: values.checkpoint, given: values.key };
  } catch {}
  process.stderr.write('usage: stet-verify URL|FOLDER [--checkpoint FILE] [--key VERIFIER-KEY]…\n');
  return {};
}

function stop(address, what) {
  complain(address, what);
  return 65;
}

// ---- Reading: a path gives its bytes, null when it is not there, 'withdrawn' when the site answers 410 Gone.

function inFolder(folder) {
  return (path) => readFile(join(folder, path)).catch(() => null);
}

function overHttp(url) {
  const base = url.replace(/\/*$/, '/');
  return async (path) => {
    const answer = await fetch(base + path);
    if (answer.status === 410) return 'withdrawn';
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
  };
}

// ---- The checkpoint: C2SP signed-note and tlog-checkpoint.

/** Every `name+hash+base64` in what is shown, whatever stands around it. */
function verifierKeysIn(bytes) {
  if (!Buffer.isBuffer(bytes)) return [];
  return [...new Set(bytes.toString().match(/[^\s"'+,]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/g) ?? [])];
}

/** Origin, size and root of a checkpoint that at least one of the keys signed; null for anything else. */
function openCheckpoint(bytes, keys) {
  const [, text, signatures] =
    /^([\s\S]*\n)\n((?:— \S+ \S+\n)+)$/.exec(Buffer.isBuffer(bytes) ? bytes.toString() : '') ?? [];
  if (!text) return null;
  const lines = signatures
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const results = keys.flatMap((key) => lines.map(([, name, value]) => signatureHolds(text, key, name, value)));
  const [origin, size, root] = text.split('\n');
  const shaped = /^(0|[1-9]\d{0,15})$/.test(size) && /^[A-Za-z0-9+/]{43}=$/.test(root);
  if (!shaped || results.includes(false) || !results.includes(true)) return null;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** True or false for a signature by that key, undefined for one of another key. */
function signatureHolds(text, key, name, value) {
  const [keyName, keyHash] = key.split('+');
  const signature = Buffer.from(value, 'base64');
  const publicKey = Buffer.from(key.slice(keyName.length + 10), 'base64'); // the algorithm's byte (1 is Ed25519), then 32 bytes
  const id = sha256(keyName, '\n', publicKey).subarray(0, 4);
  if (name !== keyName || id.toString('hex') !== keyHash || !signature.subarray(0, 4).equals(id)) return undefined;
  if (publicKey.length !== 33 || publicKey[0] !== 1) return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey.subarray(1)]);
  const verifier = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), verifier, signature.subarray(4));
}

async function compareEarlier(file, keys, head, tree) {
  const bytes = await readFile(file).catch(() => null);
  // A proof file (.tlog-proof) ends in the checkpoint it was made against.
  const isProof = bytes?.toString().startsWith('c2sp.org/tlog-proof@v1\n');
  const earlier = openCheckpoint(isProof ? bytes.subarray(bytes.indexOf('\n\n') + 2) : bytes, keys);
  if (!earlier) return complain(file, 'missing, malformed or not signed by that key');
  if (earlier.origin !== head.origin) return complain(file, `of another log, ${earlier.origin}`);
  if (earlier.size > head.size)
    return complain(`${log}/checkpoint`, `${head.size} leaves now, ${earlier.size} in ${file}: the log was cut`);
  if (!rootOf(tree, earlier.size).equals(earlier.root))
    return complain(`${log}/checkpoint`, `the past was changed: ${earlier.size} leaves of ${file} differ`);
  say(`begins with the ${earlier.size} leaves of ${file}`);
}

// ---- The tree: RFC 6962.

function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function hashLeaf(bytes) {
  return sha256(Buffer.of(0), bytes);
}

/** tree[level][index]: the hash of the 2^level leaves from index × 2^level. */
function buildTree(leafHashes) {
  const tree = [leafHashes];
  while (tree.at(-1).length > 1) {
    const below = tree.at(-1);
    tree.push(
      Array.from({ length: below.length >> 1 }, (_, at) => sha256(Buffer.of(1), below[2 * at], below[2 * at + 1])),
    );
  }
  return tree;
}

/** MTH of the leaves from start up to end, split where the RFC splits: at the largest power of two below their number. */
function rootOf(tree, end, start = 0) {
  const count = end - start;
  if (end > tree[0].length) return Buffer.alloc(0);
  if (count === 0) return sha256();
  const level = Math.log2(count);
  if (Number.isInteger(level)) return tree[level][start / count];
  const split = 2 ** Math.floor(level);
  return sha256(Buffer.of(1), rootOf(tree, start + split, start), rootOf(tree, end, start + split));
}

// ---- Tiles: C2SP tlog-tiles.

/** 1234067 is x001/x234/067; a tile that is not full says its width. */
function tilePath(level, index, width) {
  const groups = String(index)
    .padStart(Math.ceil(String(index).length / 3) * 3, '0')
    .match(/\d{3}/g);
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `${log}/tile/${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

function tilesOf(level, count) {
  return Array.from({ length: Math.ceil(count / TILE_WIDTH) }, (_, index) => {
    const width = Math.min(TILE_WIDTH, count - index * TILE_WIDTH);
    return { index, width, path: tilePath(level, index, width) };
  });
}

async function readLeaves(read, size) {
  const bundles = await inBatches(tilesOf('entries', size), async ({ path, width }) => {
    const entries = splitEntries(await read(path));
    if (entries?.length === width) return entries;
    complain(path, entries ? `${entries.length} entries instead of ${width}` : 'missing or malformed');
    return (entries ?? []).slice(0, width);
  });
  return bundles.flat();
}

/** Each entry stands behind its length, a big-endian uint16. */
function splitEntries(bytes) {
  if (!Buffer.isBuffer(bytes)) return null;
  const entries = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length ? entries : null;
}

async function compareTiles(read, tree, size) {
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const nodes = tree[level * 8] ?? [];
    await inBatches(tilesOf(level, count), async ({ path, index, width }) => {
      const served = await read(path);
      const computed = Buffer.concat(nodes.slice(index * TILE_WIDTH, index * TILE_WIDTH + width));
      if (!Buffer.isBuffer(served)) complain(path, 'missing');
      else if (!served.equals(computed)) complain(path, 'not the hashes of the entries');
    });
  }
}

// ---- Publications: what the log says of each revision against what is served.

async function checkRevisions(read, leaves) {
  const acts = leaves.map((bytes, index) => readLeaf(bytes, index)).filter((act) => act?.text);
  const last = new Map(); // each text's last act
  for (const act of acts) {
    const before = last.get(act.text);
    const isReturn = before?.kind === 'revision.withdraw';
    const due = act.kind === 'revision.publish' && !isReturn ? (before?.revision ?? 0) + 1 : before?.revision;
    if (act.revision !== due)
      complain(`text/${act.text}/${act.revision}`, `leaf ${act.index} comes where revision ${due} was due`);
    last.set(act.text, act);
  }
  const isWithdrawn = (text) => last.get(text).kind === 'revision.withdraw';
  const published = acts.filter(({ kind }) => kind === 'revision.publish');
  const checked = { revisions: 0, files: 0, withdrawn: 0 };
  await inBatches(published, async ({ text, revision, manifest }) => {
    const folder = `text/${text}/${revision}`;
    const served = await read(`${folder}/manifest.txt`);
    if (!Buffer.isBuffer(served) && isWithdrawn(text)) checked.withdrawn += 1;
    else if (!Buffer.isBuffer(served)) complain(`${folder}/manifest.txt`, 'missing');
    else if (sha256(served).toString('hex') !== manifest) complain(`${folder}/manifest.txt`, 'not the one in the log');
    else {
      checked.revisions += 1;
      const files = await checkFiles(read, folder, served.toString());
      checked.files += files;
    }
  });
  return checked;
}

/** A leaf is JSON of ASCII; anything else cannot be ours. Kinds that are not known here are left alone. */
function readLeaf(bytes, index) {
  try {
    const leaf = JSON.parse(bytes.toString('latin1'));
    if (typeof leaf?.kind === 'string') return { ...leaf, index };
  } catch {}
  complain(`log leaf ${index}`, 'not a leaf of this kind of log');
  return null;
}

/** The lines of `sha256sum`: 64 hex digits, two spaces, a path. */
async function checkFiles(read, folder, manifest) {
  const lines = manifest.split('\n').filter(Boolean);
  for (const line of lines) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}([a-z0-9][a-z0-9._/-]*)$/.exec(line) ?? [];
    if (!path || path.includes('..')) complain(`${folder}/manifest.txt`, `not a line of a manifest: ${line}`);
    else {
      const bytes = await read(`${folder}/${path}`);
      if (!Buffer.isBuffer(bytes)) complain(`${folder}/${path}`, 'missing');
      else if (sha256(bytes).toString('hex') !== hash)
        complain(`${folder}/${path}`, 'not the bytes that were published');
    }
  }
  return lines.length;
}

/** Each item once, a few at a time, results in order. */
async function inBatches(items, act) {
  const results = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(act))));
  return results;
}
