// The hash tree of a record computed anew from its leaves, and what signed heads say of it.
import { prefixOf, readCheckpoint, type TreeHead } from '#record/checkpoint.ts';
import { type Hash, hashLeaf, nodesCompletedBy, type ReadNode, rootHash } from '#record/hash-tree.ts';
import type { Leaf } from '#record/leaf.ts';
import type { VerifierKey } from '#record/signed-note.ts';
import type { ReportFault, Verified, VerifyOptions } from './verify-fault.ts';

export interface ComputedTree {
  readonly size: number;
  readonly node: ReadNode;
  /** Levels from the leaves up. */
  readonly levels: readonly (readonly Hash[])[];
}

export function computeTree(leaves: readonly Uint8Array[]): ComputedTree {
  const levels: Hash[][] = [];
  const node: ReadNode = ({ level, index }) => levels[level]![index]!;
  for (const [at, leaf] of leaves.entries()) {
    for (const { level, index, hash } of nodesCompletedBy(at, hashLeaf(leaf), node)) {
      levels[level] ??= [];
      levels[level][index] = hash;
    }
  }
  return { size: leaves.length, node, levels };
}

export interface HeadCheck {
  readonly note: string;
  readonly address: string;
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
  readonly tree: ComputedTree;
}

/** The head of a checkpoint when its signature holds and the tree begins with what it signed; each thing that does not is reported. */
export function checkHead({ note, address, origin, keys, tree }: HeadCheck, report: ReportFault): TreeHead | null {
  const named = note.split('\n')[0] ?? '';
  if (named !== origin) {
    report('other-log', address, named.slice(0, 80));
    return null;
  }
  const head = readCheckpoint(note, { origin, keys });
  if (!head) report('checkpoint-unsigned', address);
  else if (head.size > tree.size) report('log-cut', address, `${tree.size} < ${head.size}`);
  else if (Buffer.compare(rootHash(head.size, tree.node), head.root) !== 0) report('past-changed', address, head.size);
  else return head;
  return null;
}

/** A checkpoint as it is, or out of the end of a proof file. */
export function checkpointIn(file: string): string {
  return file.startsWith('c2sp.org/tlog-proof@v1\n') ? file.slice(file.indexOf('\n\n') + 2) : file;
}

/** A log read whole. */
export interface CheckedLog {
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
  readonly leaves: readonly Uint8Array[];
  readonly parsed: ParsedLeaves;
  readonly tree: ComputedTree;
}

/** What the leaves say; null for what is no leaf of ours. */
export type ParsedLeaves = readonly (Leaf | null)[];

/** A checkpoint kept from before is of the log it names; of none of these, it is of another record. */
export function checkEarlier(
  earlier: NonNullable<VerifyOptions['earlier']>,
  logs: readonly CheckedLog[],
  report: ReportFault,
): void {
  const note = checkpointIn(earlier.note);
  const log = logs.find(({ origin }) => note.startsWith(`${origin}\n`)) ?? logs.at(-1);
  if (log) checkHead({ ...log, note, address: earlier.name }, report);
}

/** Each log begun anew quotes a head of the one before; as far as that one is here, it must be what is quoted. */
export function checkContinuations(logs: readonly CheckedLog[], report: ReportFault): Verified['continued'] {
  let continued: Verified['continued'] = null;
  for (const { parsed, origin } of logs) {
    const leaf = parsed[0];
    continued = null;
    if (leaf?.kind !== 'log.continue') continue;
    const before = logs.find((log) => log.origin === leaf.origin);
    const held = before?.tree.size ?? 0;
    const isHeld = before !== undefined && held >= leaf.size;
    const root = isHeld ? Buffer.from(rootHash(leaf.size, before.tree.node)).toString('base64') : leaf.root;
    if (root !== leaf.root) report('past-changed', `/${prefixOf(origin)} #0`, leaf.size);
    continued = { origin: leaf.origin, lost: Math.max(0, leaf.size - held) };
  }
  return continued;
}
