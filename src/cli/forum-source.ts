// A forum's export on the disk: looked at once to know what it is, then read as often as needed, a piece at a time.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { detectForum, FORUM_FORMATS, type ForumFormat } from '#formats/forum/detect.ts';
import { inflateChunks, isGzip } from '#formats/forum/gzip/inflate-chunks.ts';
import { type ForumPiece, problemPiece, type RowPiece } from '#formats/forum/imported.ts';
import { readForum, TABLE_READERS } from '#formats/forum/read.ts';
import { type ForeignTables, openForeignTables } from '#store/foreign-tables.ts';
import { CommandFailure } from './command-failure.ts';

export interface ForumSource {
  readonly format: ForumFormat;
  /** From the beginning, each time. */
  pieces(): Iterable<ForumPiece>;
}

const BEGINNING = 64 * 1024;
const CHUNK = 1024 * 1024;

export function openForumSource(path: string, wanted: ForumFormat | 'auto'): ForumSource {
  const facts = statSync(path);
  if (facts.isDirectory()) throw new CommandFailure('no-input', 'cli.failure.is-a-folder', { path });
  if (!facts.isFile()) throw new CommandFailure('no-input', 'cli.failure.not-a-file', { path });
  const { isPacked, beginning } = beginningOf(path);
  const found = detectForum(beginning);
  if (found === 'sqlite' && isPacked) throw new CommandFailure('data', 'cli.forum.packed-database', { path });
  if (found === 'sqlite') return tablesSource(path, wanted);
  const format = wanted === 'auto' ? found : wanted;
  if (!format) throw new CommandFailure('data', 'cli.forum.unknown', { path });
  return { format, pieces: () => readForum(format, chunksOf(path, CHUNK)) };
}

function beginningOf(path: string): { readonly isPacked: boolean; readonly beginning: string } {
  const [packed] = chunksOf(path, BEGINNING);
  let beginning = '';
  for (const chunk of inflateChunks(chunksOf(path, BEGINNING)).chunks) {
    beginning += Buffer.from(chunk).toString('latin1');
    if (beginning.length >= BEGINNING) break;
  }
  return { isPacked: isGzip(packed), beginning: beginning.slice(0, BEGINNING) };
}

function* chunksOf(path: string, size: number): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(size);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function tablesSource(path: string, wanted: ForumFormat | 'auto'): ForumSource {
  const names = inTables(path, (tables) => tables.names);
  const format = FORUM_FORMATS.find((one) =>
    wanted === 'auto' ? SIGNS[one]?.(names) : wanted === one && TABLE_READERS[one] !== undefined,
  );
  const reader = format && TABLE_READERS[format];
  if (!reader) throw new CommandFailure('data', 'cli.forum.unknown', { path });
  return { format, pieces: () => reader.read(rowsOf(path, reader.isWanted)) };
}

const SIGNS: Readonly<Partial<Record<ForumFormat, (tables: readonly string[]) => boolean>>> = {
  spip: (tables) => tables.some((name) => /_forum$/.test(name)),
  isso: (tables) => tables.includes('threads') && tables.includes('comments'),
};

function* rowsOf(path: string, isWanted: (table: string) => boolean): Generator<RowPiece> {
  const tables = openForeignTables(path);
  try {
    for (const table of tables.names.filter(isWanted))
      for (const values of tables.rows(table)) yield { kind: 'row', table, values, line: null };
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    yield problemPiece('forum-database', `The database is damaged: ${error.message}`);
  } finally {
    tables.close();
  }
}

function inTables<T>(path: string, look: (tables: ForeignTables) => T): T {
  let tables: ForeignTables | null = null;
  try {
    tables = openForeignTables(path);
    return look(tables);
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    throw new CommandFailure('data', 'cli.forum.database', { path, why: error.message });
  } finally {
    tables?.close();
  }
}

const isDatabaseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
