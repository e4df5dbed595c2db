// A compressed export as it comes (`.xml.gz`, `.sql.gz`), chunk by chunk: nothing is unpacked to the disk, nothing held whole.
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
        const unpacked = unpack(part);
        if (unpacked === 'damaged')
          return end('gzip-damaged', 'The compressed file is damaged; what follows was not read.');
        if (unpacked === 'grows')
          return end('gzip-grows', 'The compressed file grows beyond any export; the rest was not read.');
        yield* unpacked;
      }
  }
  if (unpack?.(new Uint8Array(), true) === 'damaged')
    end('gzip-damaged', 'The compressed file is damaged; what follows was not read.');
}

/** Little at a time: what a chunk grows to is held, and gzip grows things a thousandfold. */
function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += A_PIECE) yield chunk.subarray(at, at + A_PIECE);
}

const A_PIECE = 16 * 1024;

function createUnpacker() {
  const ready: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length > 0) ready.push(bytes);
  });
  let [given, got] = [0, 0];
  return (part: Uint8Array, isLast = false): readonly Uint8Array[] | 'damaged' | 'grows' => {
    try {
      gunzip.push(part, isLast);
    } catch {
      return 'damaged';
    }
    const unpacked = ready.splice(0);
    given += part.length;
    got += unpacked.reduce((sum, { length }) => sum + length, 0);
    const isGrown = got > FORUM_LIMITS.unpacked && got > given * FORUM_LIMITS.growth;
    return isGrown ? 'grows' : unpacked;
  };
}
