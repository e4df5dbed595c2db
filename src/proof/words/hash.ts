// Hashes are the keys of the language tables, so these two functions are part of the files' format: changing one means building the data anew.

/** 32 bits of a word's UTF-16 units, well mixed (FNV-1a with the finalizer of MurmurHash3). */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** 32 bits of two hashes in that order. */
export function hashOfPair(left: number, right: number): number {
  return mix(Math.imul(left, 0x9e3779b1) ^ (((right << 13) | (right >>> 19)) + 0x7f4a7c15));
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
