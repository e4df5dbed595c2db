// A set of 32-bit hashes with a small count each, laid out so that a file is used as it is read: no decoding, 2.5 bytes a key.
// The high 16 bits of a key choose a bucket; a bucket holds the sorted low 16 bits; counts are classes of 4 bits.

const MAGIC = 0x53544554; // "STET"
const BUCKETS = 65_536;
const HEADER_BYTES = 8;

export interface HashedCounts {
  readonly size: number;
  readonly starts: Uint32Array;
  readonly lows: Uint16Array;
  readonly classes: Uint8Array;
}

/** The class kept for a key (0 to 15, see `countClass`), or -1 where the key is not there. */
export function classOf({ starts, lows, classes }: HashedCounts, key: number): number {
  const bucket = key >>> 16;
  const low = key & 0xffff;
  let from = starts[bucket]!;
  let to = starts[bucket + 1]!;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = lows[middle]!;
    if (found === low) return (classes[middle >>> 1]! >>> ((middle & 1) << 2)) & 15;
    if (found < low) from = middle + 1;
    else to = middle;
  }
  return -1;
}

/** 0 for never counted, else one more than the whole part of the binary logarithm, at most 15. */
export function countClass(count: number): number {
  return count < 1 ? 0 : Math.min(15, 1 + Math.floor(Math.log2(count)));
}

export function readHashedCounts(bytes: Uint8Array): HashedCounts {
  // The three arrays need their alignment, which a slice of a larger buffer may not have.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new DataView(aligned.buffer, aligned.byteOffset, HEADER_BYTES);
  if (header.getUint32(0, true) !== MAGIC) throw new Error('not a table of hashed counts');
  const size = header.getUint32(4, true);
  const startsAt = aligned.byteOffset + HEADER_BYTES;
  const lowsAt = startsAt + 4 * (BUCKETS + 1);
  return {
    size,
    starts: new Uint32Array(aligned.buffer, startsAt, BUCKETS + 1),
    lows: new Uint16Array(aligned.buffer, lowsAt, size),
    classes: new Uint8Array(aligned.buffer, lowsAt + 2 * size, (size + 1) >> 1),
  };
}

/** For the builder of the data. */
export function writeHashedCounts(counts: ReadonlyMap<number, number>): Uint8Array {
  const keys = Uint32Array.from(counts.keys()).sort();
  const bytes = new Uint8Array(HEADER_BYTES + 4 * (BUCKETS + 1) + 2 * keys.length + ((keys.length + 1) >> 1));
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, keys.length, true);
  const { starts, lows, classes } = readHashedCounts(bytes);
  keys.forEach((key, index) => {
    starts[(key >>> 16) + 1]!++;
    lows[index] = key & 0xffff;
    classes[index >>> 1]! |= countClass(counts.get(key) ?? 0) << ((index & 1) << 2);
  });
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  return bytes;
}

/** One bit for every 1,024 hashes: tells at once, from memory that stays near, that most words are not there. */
export interface Sieve {
  readonly bits: Uint32Array;
}

export function sieveOf({ starts, lows }: HashedCounts): Sieve {
  const sieve = new Uint32Array(1 << 17);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
      const bit = (bucket << 6) | (lows[at]! >>> 10);
      sieve[bit >>> 5]! |= 1 << (bit & 31);
    }
  }
  return { bits: sieve };
}

/** False for a key that is not in the table; true for one that may be. */
export function mayHold({ bits }: Sieve, key: number): boolean {
  const bit = key >>> 10;
  return ((bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
}
