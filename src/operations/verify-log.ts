// Checks one log of a database by itself: its leaves, the hashes over them, every head that was signed, its keys and its counts.
import { hashLeaf } from '#record/hash-tree.ts';
import { type Leaf, readLeaf } from '#record/leaf.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import type { Audit, AuditedNode, AuditedText } from '#store/audit.ts';
import type { StoredLeaf, StoredLog } from '#store/leaves.ts';
import { detailOf } from './record-append.ts';
import { leafAddress, recordedTexts } from './verify-acts.ts';
import { checkCheckpoints } from './verify-checkpoints.ts';
import type { ReportFault, VerifyOptions } from './verify-fault.ts';
import { rowOf } from './verify-row.ts';
import { readAll } from './verify-rows.ts';
import { type ComputedTree, computeTree, type ParsedLeaves } from './verify-tree.ts';

export type Names = ReadonlyMap<string, AuditedText>;

/** Every leaf, node, head and count of a log against each other. */
export function verifyLog(
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
  const stored = readAll<StoredLeaf>(count, {
    many: (start, end) => audit.leaves(log.number, start, end),
    one: (index) => rowOf(audit.leaf(log.number, index), leafAddress(index), report),
    advance,
  });
  const parsed = stored.map((row, index) => checkStoredLeaf(row, { index, names }, report));
  const leaves = stored.map((row) => row?.bytes ?? EMPTY);
  const tree = computeTree(leaves);
  checkNodes(audit, { log: log.number, tree }, report);
  const keys = keysOf(log, parsed, report);
  const signed = checkCheckpoints({ audit, log, tree, keys }, report);
  checkCounts(audit, { log: log.number, parsed }, report);
  const texts = recordedTexts(parsed, { report, addressOf: (act) => addressOf(names, act) });
  return {
    number: log.number,
    origin: log.origin,
    tree,
    leaves,
    parsed,
    keys,
    texts,
    unsigned: isLast ? Math.max(0, count - signed) : 0,
  };
}

function checkStoredLeaf(
  stored: StoredLeaf | null | undefined,
  { index, names }: { readonly index: number; readonly names: Names },
  report: ReportFault,
): Leaf | null {
  if (!stored) {
    // Undefined: reported already.
    if (stored === null) report('leaf-missing', leafAddress(index));
    return null;
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
  return leaf;
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
    const addressOf = (index: number) => `tree_node ${level}/${index}`;
    const stored = readAll<AuditedNode>(hashes.length, {
      many: (start, end) => audit.nodes(log, level, start, end),
      one: (index) => {
        const hash = rowOf(audit.node(log, level, index), addressOf(index), report);
        return hash && { index, hash };
      },
    });
    for (const [index, hash] of hashes.entries()) {
      const row = stored[index];
      if (row !== undefined && (row === null || Buffer.compare(row.hash, hash) !== 0)) report('node', addressOf(index));
    }
  }
  const stored = rowOf(audit.countNodes(log), 'tree_node', report);
  if (stored !== undefined && stored !== nodes) report('nodes-count', 'tree_node', `${stored} ≠ ${nodes}`);
}

/** What the page of the record counts is what the leaves are. */
function checkCounts(
  audit: Audit,
  { log, parsed }: { readonly log: number; readonly parsed: ParsedLeaves },
  report: ReportFault,
): void {
  const counted = new Map<string, number>();
  for (const leaf of parsed) {
    if (!leaf) continue;
    const name = [leaf.at.slice(0, 7), leaf.kind, detailOf(leaf)].join(' ');
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  for (const { month, kind, detail, leaves: stored } of rowOf(audit.leafCounts(log), 'leaf_count', report) ?? []) {
    const name = [month, kind, detail].join(' ');
    if (counted.get(name) !== stored) report('counts', `/record ${name}`, `${stored} ≠ ${counted.get(name) ?? 0}`);
    counted.delete(name);
  }
  for (const [name, count] of counted) report('counts', `/record ${name}`, `0 ≠ ${count}`);
}

/** The key the log began with, and each that a leaf of it brought in. */
function keysOf(log: StoredLog, parsed: ParsedLeaves, report: ReportFault) {
  const rotated = parsed.flatMap((leaf) => (leaf?.kind === 'key.rotate' ? [leaf.key] : []));
  const keys = [log.verifierKey, ...rotated].flatMap((key) => parseVerifierKey(key) ?? []);
  if (keys.length < 1 + rotated.length) report('key-missing', '/.well-known/stet-log');
  return keys;
}

/** A text's revision as it is called on the site. */
export function addressOf(
  names: Names,
  { text, revision }: { readonly text: string; readonly revision: number },
): string {
  return `/${names.get(text)?.slug ?? `text/${text}`}/${revision}`;
}

const EMPTY = new Uint8Array();
