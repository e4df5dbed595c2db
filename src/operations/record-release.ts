// What is written beside the database once a checkpoint is committed: the copy that tells a fork at the next start, and the files
// of `log/`, which any web server could serve. All of it is derived, and made again from the leaves when it is missing.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseTreeHead, prefixOf } from '#record/checkpoint.ts';
import { TILE_WIDTH, type Tile, tilePath, tilesOfTree, writeEntries, writeHashTile } from '#record/tile.ts';
import type { StoredCheckpoint } from '#store/checkpoints.ts';
import { listLeafBytes } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import { listNodeHashes } from '#store/tree-nodes.ts';
import type { Context } from './context.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { saveNote } from './record-guard.ts';

/** The copy first: it is what a fork is told by. The tiles follow, and nobody waits for them. */
export function releaseCheckpoint(context: Context, checkpoint: StoredCheckpoint): Promise<void> {
  const { log } = context;
  saveNote(context, checkpoint.note);
  const before = writing.get(context.store) ?? Promise.resolve();
  const done = before
    .then(() => writeTiles(context, checkpoint))
    .catch((error) => log.error({ err: error }, 'the tiles of the record could not be written'));
  writing.set(context.store, done);
  return done;
}

/** When every tile under way is written. */
export const tilesWritten = ({ store }: Pick<Context, 'store'>): Promise<void> =>
  writing.get(store) ?? Promise.resolve();

export async function tileBytes(db: Store['reader'], { log, tile }: { readonly log: number; readonly tile: Tile }) {
  const start = tile.index * TILE_WIDTH;
  const end = start + tile.width;
  return tile.level === 'entries'
    ? writeEntries(await listLeafBytes(db, { log, start, end }))
    : writeHashTile(await listNodeHashes(db, { log, level: tile.level * 8, start, end }));
}

/** One writing after the other: the next one goes on from what the one before has finished. */
const writing = new WeakMap<Store, Promise<void>>();

async function writeTiles(context: Context, { log, size, note }: StoredCheckpoint): Promise<void> {
  // Each log has a folder of its own, as it has a prefix of its own on the site.
  const folder = join(context.settings.dataFolder, prefixOf(note.split('\n')[0]!));
  const checkpoint = join(folder, 'checkpoint');
  const written = parseTreeHead(readIfThere(checkpoint)?.toString() ?? '');
  const isSameLog = written !== null && written.origin === note.split('\n')[0];
  if (written && !isSameLog) await rm(join(folder, 'tile'), { recursive: true, force: true });
  const from = isSameLog ? written.size : 0;
  for (const tile of tilesSince(from, size)) {
    const path = join(folder, tilePath(tile));
    writeDurably({ path, bytes: await tileBytes(context.store.reader, { log, tile }) });
    if (tile.width === TILE_WIDTH) await rm(`${path}.p`, { recursive: true, force: true });
    // Nothing above waits for anything: a long log written anew would keep every visitor waiting to its end.
    await nextTurn();
  }
  writeDurably({ path: checkpoint, bytes: Buffer.from(note) });
}

function* tilesSince(from: number, size: number): Generator<Tile> {
  for (const tile of tilesOfTree(size)) {
    const before = tile.level === 'entries' ? from : Math.floor(from / TILE_WIDTH ** tile.level);
    if (tile.index * TILE_WIDTH + tile.width > before) yield tile;
  }
}
