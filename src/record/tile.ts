// C2SP tlog-tiles: the tree and its entries as immutable files of 256 hashes or 256 entries.
import type { Hash, NodeAddress } from './hash-tree.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;

/** Tile `index` at tile level `level`; `width` hashes, 256 when full. A bundle of entries has the level 'entries'. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]`, N in groups of three digits, all but the last prefixed x: 1234067 is x001/x234/067. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g)!.map((group, at, all) => (at < all.length - 1 ? `x${group}` : group));
  return `tile/${level}/${groups.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile a path names, or null for anything that is not exactly the path of one. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return null;
  const tile = {
    level: match[1] === 'entries' ? ('entries' as const) : Number(match[1]),
    index: Number(match[2]!.replaceAll(/[x/]/g, '')),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  };
  return Number.isSafeInteger(tile.index) && tile.width > 0 && tilePath(tile) === path ? tile : null;
}

/** Every tile of a tree of `size` leaves, entry bundles first, then level by level. A width of 0 does not exist. */
export function* tilesOfTree(size: number): Generator<Tile> {
  yield* tilesOfLevel('entries', size);
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    yield* tilesOfLevel(level, count);
  }
}

/** The nodes whose hashes, side by side, are the tile's bytes. Not for bundles. */
export function nodesInTile(tile: Tile): readonly NodeAddress[] {
  if (tile.level === 'entries') throw new TypeError('a bundle of entries holds no nodes');
  const level = tile.level * 8;
  return Array.from({ length: tile.width }, (_, at) => ({ level, index: tile.index * TILE_WIDTH + at }));
}

/** True when a tree of `size` leaves has that tile, at that width or wider. */
export function tileExists(tile: Tile, size: number): boolean {
  const level = tile.level === 'entries' ? 0 : tile.level;
  return tile.index * TILE_WIDTH + tile.width <= Math.floor(size / TILE_WIDTH ** level);
}

/** Hashes one after another: 32 bytes each. */
export function writeHashTile(hashes: readonly Hash[]): Uint8Array {
  return Buffer.concat(hashes);
}

/** Entries one after another, each behind its length as a big-endian uint16. */
export function writeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} bytes does not fit a bundle`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle, or null when its bytes do not end where an entry ends. */
export function readEntries(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return null;
    const end = at + 2 + bundle[at]! * 256 + bundle[at + 1]!;
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

function* tilesOfLevel(level: Tile['level'], count: number): Generator<Tile> {
  const full = Math.floor(count / TILE_WIDTH);
  for (let index = 0; index < full; index += 1) yield { level, index, width: TILE_WIDTH };
  if (count % TILE_WIDTH > 0) yield { level, index: full, width: count % TILE_WIDTH };
}
