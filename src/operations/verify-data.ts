// Checks a data folder against its own record: every leaf, node, signature, manifest and stored byte.
import { join } from 'node:path';
import { prefixOf } from '#record/checkpoint.ts';
import { hashLeaf } from '#record/hash-tree.ts';
import { readLeaf } from '#record/leaf.ts';
import { sha256Hex, writeManifest } from '#record/manifest.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { nodesInTile, tilePath, tilesOfTree, writeEntries, writeHashTile } from '#record/tile.ts';
import { type Audit, type Audited, type AuditedRevision, type AuditedText, openAudit } from '#store/audit.ts';
import type { StoredLog } from '#store/leaves.ts';
import { StoreError } from '#store/store-error.ts';
import { readIfThere } from './durable-file.ts';
import { detailOf } from './record-append.ts';
import { savedNote } from './record-guard.ts';
import { leafAddress, type RecordedText, recordedTexts } from './verify-acts.ts';
import { checkCheckpoints } from './verify-checkpoints.ts';
import type { ReportFault, Verified, VerifyOptions } from './verify-fault.ts';
import { rowOf } from './verify-row.ts';
import {
  type CheckedLog,
  type ComputedTree,
  checkContinuations,
  checkEarlier,
  checkHead,
  computeTree,
} from './verify-tree.ts';

interface DataFolder {
  readonly dataFolder: string;
  /** Where the copy of the last checkpoint lies. */
  readonly guardFile?: string;
}

/** Never writes. Each fault is reported as it is found; what is answered says how much was looked at. */
export function verifyData({ dataFolder, guardFile }: DataFolder, options: VerifyOptions): Verified {
  const { report } = options;
  const audit = openOrReport(dataFolder, report);
  if (!audit) return NOTHING;
  try {
    for (const problem of audit.problems()) report('database', dataFolder, problem);
    const names = textNames(audit, report);
    const logs = rowOf(audit.logs(), 'log', report) ?? [];
    const verified = logs.map((log) => verifyLog({ audit, log, names, isLast: log === logs.at(-1) }, options));
    const last = verified.at(-1);
    // Published, and no log at all.
    if (!last) return { ...NOTHING, ...checkTexts({ audit, names, texts: new Map() }, options) };
    for (const log of verified) checkWritten(dataFolder, log, report);
    const saved = savedNote({ dataFolder, ...(guardFile !== undefined && { guardFile }) });
    if (saved) checkHead({ ...last, note: saved.note, address: saved.path }, report);
    if (options.earlier) checkEarlier(options.earlier, verified, report);
    const continued = checkContinuations(verified, report);
    const files = checkTexts({ audit, names, texts: last.texts }, options);
    const { origin, tree, unsigned } = last;
    return { ...NOTHING, origin, leaves: tree.size, ...files, unsigned, continued };
  } finally {
    audit.close();
  }
}

const NOTHING: Verified = {
  origin: '',
  leaves: 0,
  revisions: 0,
  files: 0,
  unsigned: 0,
  withheld: 0,
  continued: null,
};

/** A database too damaged to be opened is a fault like others; one that may not be read is not. */
function openOrReport(dataFolder: string, report: ReportFault): Audit | null {
  try {
    return openAudit({ dataFolder });
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'damaged' && error.code !== 'foreign-database') throw error;
    report('database', dataFolder, error instanceof Error ? error.message : String(error));
    return null;
  }
}

type Names = ReadonlyMap<string, AuditedText>;

function textNames(audit: Audit, report: ReportFault): Names {
  return new Map((rowOf(audit.texts(), 'text', report) ?? []).map((text) => [text.textId, text]));
}

function addressOf(names: Names, { text, revision }: { readonly text: string; readonly revision: number }): string {
  return `/${names.get(text)?.slug ?? `text/${text}`}/${revision}`;
}

function verifyLog(
  {
    audit,
    log,
    names,
    isLast,
  }: { readonly audit: Audit; readonly log: StoredLog; readonly names: Names; readonly isLast: boolean },
  { report, expect, advance }: VerifyOptions,
) {
  const count = rowOf(audit.countLeaves(log.number), 'leaf', report) ?? 0;
  expect?.(count);
  const leaves = Array.from({ length: count }, (_, index) => {
    advance?.(1);
    return readStoredLeaf(audit, { log: log.number, index, names }, report);
  });
  const tree = computeTree(leaves);
  checkNodes(audit, { log: log.number, tree }, report);
  const keys = keysOf(log, leaves, report);
  const signed = checkCheckpoints({ audit, log, tree, keys }, report);
  checkCounts(audit, { log: log.number, leaves }, report);
  const texts = recordedTexts(leaves, { report, addressOf: (act) => addressOf(names, act) });
  return { origin: log.origin, tree, leaves, keys, texts, unsigned: isLast ? Math.max(0, count - signed) : 0 };
}

function readStoredLeaf(
  audit: Audit,
  { log, index, names }: { readonly log: number; readonly index: number; readonly names: Names },
  report: ReportFault,
): Uint8Array {
  const stored = rowOf(audit.leaf(log, index), leafAddress(index), report);
  if (stored === undefined) return EMPTY;
  if (stored === null) {
    report('leaf-missing', leafAddress(index));
    return EMPTY;
  }
  const leaf = readLeaf(stored.bytes);
  const isOfText = leaf?.kind === 'revision.publish' || leaf?.kind === 'revision.withdraw';
  const address = isOfText ? `${addressOf(names, leaf)} (${leafAddress(index)})` : leafAddress(index);
  if (Buffer.compare(hashLeaf(stored.bytes), stored.hash) !== 0) report('leaf-hash', address);
  const subject = isOfText ? { text: leaf.text, revision: leaf.revision } : { text: null, revision: null };
  const agrees =
    stored.kind === leaf?.kind &&
    stored.at === leaf.at &&
    stored.textId === subject.text &&
    stored.revision === subject.revision;
  if (leaf && !agrees) report('leaf-columns', address);
  return stored.bytes;
}

function checkNodes(
  audit: Audit,
  { log, tree }: { readonly log: number; readonly tree: ComputedTree },
  report: ReportFault,
): void {
  let nodes = 0;
  for (const [level, hashes] of tree.levels.entries()) {
    if (level === 0) continue;
    nodes += hashes.length;
    for (const [index, hash] of hashes.entries()) {
      const stored = rowOf(audit.node(log, level, index), `tree_node ${level}/${index}`, report);
      if (stored === undefined) continue;
      if (stored === null || Buffer.compare(stored, hash) !== 0) report('node', `tree_node ${level}/${index}`);
    }
  }
  const stored = rowOf(audit.countNodes(log), 'tree_node', report);
  if (stored !== undefined && stored !== nodes) report('nodes-count', 'tree_node', `${stored} ≠ ${nodes}`);
}

/** What the page of the record counts is what the leaves are. */
function checkCounts(
  audit: Audit,
  { log, leaves }: { readonly log: number; readonly leaves: readonly Uint8Array[] },
  report: ReportFault,
): void {
  const counted = new Map<string, number>();
  for (const bytes of leaves) {
    const leaf = readLeaf(bytes);
    const name = leaf ? [leaf.at.slice(0, 7), leaf.kind, detailOf(leaf)].join(' ') : '';
    if (leaf) counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  for (const { month, kind, detail, leaves: stored } of rowOf(audit.leafCounts(log), 'leaf_count', report) ?? []) {
    const name = [month, kind, detail].join(' ');
    if (counted.get(name) !== stored) report('counts', `/record ${name}`, `${stored} ≠ ${counted.get(name) ?? 0}`);
    counted.delete(name);
  }
  for (const [name, count] of counted) report('counts', `/record ${name}`, `0 ≠ ${count}`);
}

/** The key the log began with, and each that a leaf of it brought in. */
function keysOf(log: StoredLog, leaves: readonly Uint8Array[], report: ReportFault) {
  const rotated = leaves.flatMap((bytes) => {
    const leaf = readLeaf(bytes);
    return leaf?.kind === 'key.rotate' ? [leaf.key] : [];
  });
  const keys = [log.verifierKey, ...rotated].flatMap((key) => parseVerifierKey(key) ?? []);
  if (keys.length < 1 + rotated.length) report('key-missing', '/.well-known/stet-log');
  return keys;
}

/** The files of a log are derived and may be missing; those that are there must be right. */
function checkWritten(dataFolder: string, log: CheckedLog, report: ReportFault): void {
  const { tree, leaves, origin } = log;
  const prefix = prefixOf(origin);
  const folder = join(dataFolder, prefix);
  const note = readIfThere(join(folder, 'checkpoint'))?.toString();
  if (note !== undefined) checkHead({ ...log, note, address: `/${prefix}/checkpoint` }, report);
  for (const tile of tilesOfTree(tree.size)) {
    const written = readIfThere(join(folder, tilePath(tile)));
    if (!written) continue;
    const computed =
      tile.level === 'entries'
        ? writeEntries(leaves.slice(tile.index * 256, tile.index * 256 + tile.width))
        : writeHashTile(nodesInTile(tile).map(tree.node));
    if (Buffer.compare(written, computed) !== 0) report('tile', `/${prefix}/${tilePath(tile)}`);
  }
}

interface Texts {
  readonly audit: Audit;
  readonly names: Names;
  readonly texts: ReadonlyMap<string, RecordedText>;
}

/** Every revision has its leaf and every leaf its revision, and each byte is the published one. */
function checkTexts({ audit, names, texts }: Texts, { report, expect, advance }: VerifyOptions) {
  const ids = new Set([...names.keys(), ...texts.keys()]);
  let revisions = 0;
  expect?.(ids.size);
  for (const textId of ids) {
    advance?.(1);
    const recorded = texts.get(textId)?.revisions ?? new Map();
    const stored = rowOf(audit.revisionNumbers(textId), addressOf(names, { text: textId, revision: 0 }), report) ?? [];
    for (const number of new Set([...stored, ...recorded.keys()])) {
      const address = addressOf(names, { text: textId, revision: number });
      const expected = recorded.get(number);
      if (!expected) report('unrecorded', address);
      else checkRevision(audit.revision(textId, number), { address, ...expected }, report);
      revisions += 1;
    }
    checkState(names.get(textId), texts.get(textId), report);
  }
  return { revisions, files: revisions * 4 };
}

function checkRevision(
  audited: Audited<AuditedRevision>,
  { address, manifest, at }: { readonly address: string; readonly manifest: string; readonly at: string },
  report: ReportFault,
): void {
  const revision = rowOf(audited, address, report);
  if (revision === undefined) return;
  if (revision === null) {
    report('missing', address);
    return;
  }
  const files = Object.entries(revision.files).map(([path, bytes]) => ({ path, bytes }));
  const computed = writeManifest(files);
  const stored = revision.manifest === null ? computed : Buffer.from(revision.manifest).toString('latin1');
  const isManifestSound = sha256Hex(Buffer.from(stored, 'latin1')) === manifest;
  if (!isManifestSound) report('manifest', `${address}/manifest.txt`);
  // Where the manifest itself is unsound nothing says which of the files is, unless they still give the published one.
  const lines = new Set(
    (isManifestSound ? stored : sha256Hex(Buffer.from(computed)) === manifest ? computed : '').split('\n'),
  );
  for (const { path, bytes } of files) {
    if (lines.size > 1 && !lines.has(`${sha256Hex(bytes)}  ${path}`)) report('file', `${address}/${path}`);
  }
  if (revision.publishedAt.slice(0, 19) !== at.slice(0, 19)) report('state', address, revision.publishedAt);
}

/** What the site shows of a text is what the record says of it last. */
function checkState(text: AuditedText | undefined, recorded: RecordedText | undefined, report: ReportFault): void {
  const address = `/${text?.slug ?? `text/${recorded?.textId}`}`;
  if ((text?.number ?? 0) !== (recorded?.revisions.size ?? 0)) report('state', address, text?.number ?? 0);
  if ((text?.isWithdrawn ?? false) !== (recorded?.isWithdrawn ?? false)) report('state', address);
}

const EMPTY = new Uint8Array();
