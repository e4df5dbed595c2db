// C2SP tlog-proof: one entry's inclusion, with the checkpoint it is proved against, in a file that needs no network.
import type { Hash } from './hash-tree.ts';

export interface TlogProof {
  readonly index: number;
  /** Opaque to the log; not authenticated by it. */
  readonly extra?: Uint8Array;
  readonly hashes: readonly Hash[];
  /** A signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

export function writeTlogProof({ index, extra, hashes, checkpoint }: TlogProof): string {
  const lines = [HEADER, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...hashes.map(base64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The proof a file holds, or null when it is not one. */
export function parseTlogProof(file: string): TlogProof | null {
  const split = file.indexOf('\n\n');
  const [header, ...rest] = split < 0 ? [] : file.slice(0, split).split('\n');
  const extra = rest[0]?.startsWith('extra ') ? rest.shift()!.slice(6) : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(rest.shift() ?? '')?.[1];
  const sound = header === HEADER && index !== undefined && rest.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line));
  if (!sound || (extra !== null && !/^[A-Za-z0-9+/]*={0,2}$/.test(extra))) return null;
  return {
    index: Number(index),
    ...(extra === null ? {} : { extra: new Uint8Array(Buffer.from(extra, 'base64')) }),
    hashes: rest.map((line) => new Uint8Array(Buffer.from(line, 'base64'))),
    checkpoint: file.slice(split + 2),
  };
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
