// A compressed export as it comes (`.xml.gz`, `.sql.gz`), chunk by chunk: nothing is unpacked to the disk, nothing held whole.
import { crc32 } from 'node:zlib';
import { Gunzip } from 'fflate';
import { FORUM_LIMITS, problemPiece } from '../imported.ts';

export interface Inflated {
  /** The bytes within, or those given where they are not compressed. */
  readonly chunks: Iterable<Uint8Array>;
  /** Known once the chunks are read: why they ended early. */
  problem(): ReturnType<typeof problemPiece> | null;
}

/**
 * What gzip packed, unpacked; anything else as it is. What is damaged or cut off is read up to there. A file that grows beyond what
 * any export does (a gigabyte of one letter packed into a megabyte) is not followed.
 */
export function inflateChunks(chunks: Iterable<Uint8Array>): Inflated {
  let problem: ReturnType<typeof problemPiece> | null = null;
  const end = (code: string, message: string) => {
    problem = problemPiece(code, message);
  };
  return { chunks: inflated(chunks, end), problem: () => problem };
}

export const isGzip = (bytes: Uint8Array | undefined) => bytes?.[0] === 0x1f && bytes[1] === 0x8b;

function* inflated(chunks: Iterable<Uint8Array>, end: (code: string, message: string) => void): Generator<Uint8Array> {
  let unpack: ReturnType<typeof createUnpacker> | null = null;
  let isFirst = true;
  for (const chunk of chunks) {
    if (isFirst && isGzip(chunk)) unpack = createUnpacker();
    isFirst = false;
    if (!unpack) yield chunk;
    else
      for (const part of pieces(chunk)) {
        const unpacked = unpack.push(part);
        if (typeof unpacked === 'string') return end(`gzip-${unpacked}`, MESSAGES[unpacked]);
        yield* unpacked;
      }
  }
  if (unpack && !unpack.isWhole()) end('gzip-damaged', MESSAGES.damaged);
}

const MESSAGES = {
  damaged: 'The compressed file is damaged; what follows was not read.',
  grows: 'The compressed file grows beyond any export; the rest was not read.',
} as const;

/** Little at a time: what a chunk grows to is held, and gzip grows things a thousandfold. */
function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += A_PIECE) yield chunk.subarray(at, at + A_PIECE);
}

const A_PIECE = 16 * 1024;

/** Of several files packed one after another, as `cat a.gz b.gz` makes them, all are unpacked. */
function createUnpacker() {
  const ready: Uint8Array[] = [];
  let [given, got] = [0, 0];
  let member = { length: 0, sum: 0 };
  let tail = Buffer.alloc(0);
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length > 0) ready.push(bytes);
    got += bytes.length;
    member = { length: member.length + bytes.length, sum: crc32(bytes, member.sum) };
  });
  gunzip.onmember = () => {
    member = { length: 0, sum: 0 };
  };
  return {
    push: (part: Uint8Array): readonly Uint8Array[] | keyof typeof MESSAGES => {
      try {
        gunzip.push(part);
      } catch {
        return 'damaged';
      }
      given += part.length;
      tail = Buffer.concat([tail, part]).subarray(-TAIL);
      const isGrown = got > FORUM_LIMITS.unpacked && got > given * FORUM_LIMITS.growth;
      return isGrown ? 'grows' : ready.splice(0);
    },
    /** The last eight bytes say what was packed: its sum and its length (RFC 1952). A file cut off at a letter shows only there. */
    isWhole: () =>
      tail.length === TAIL && tail.readUInt32LE(0) === member.sum && tail.readUInt32LE(4) === member.length % 2 ** 32,
  };
}

const TAIL = 8;
