// C2SP tlog-checkpoint: a signed tree head.
import type { Hash } from './hash-tree.ts';
import { openNote, type SignerKey, signNote, type VerifierKey } from './signed-note.ts';

export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The signed note of a tree head: origin, size, root in base64, an empty line, a signature a key. */
export function writeCheckpoint(head: TreeHead, keys: readonly SignerKey[]): string {
  return signNote(`${head.origin}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`, keys);
}

/** The tree head of a checkpoint signed by one of `keys` under `origin`; null when it is not. Extension lines are allowed and ignored. */
export function readCheckpoint(
  note: string,
  { origin, keys }: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): TreeHead | null {
  const opened = openNote(note, keys);
  return opened && opened.text.split('\n')[0] === origin ? parseTreeHead(opened.text) : null;
}

/** Where a log lies under its site, without slashes around: an origin is its address without the scheme. */
export function prefixOf(origin: string): string {
  return origin.slice(origin.indexOf('/') + 1);
}

/** The three lines without asking who signed them. */
export function parseTreeHead(text: string): TreeHead | null {
  const [origin, size, root] = text.split('\n');
  if (!origin || !size || !root || !/^(0|[1-9]\d{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) return null;
  return { origin, size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')) };
}
