import { decodeChunks } from './decode-chunks.ts';
import type { ForumFormat } from './detect.ts';
import { readDisqus } from './disqus/read.ts';
import { inflateChunks } from './gzip/inflate-chunks.ts';
import type { ForumPiece, RowPiece } from './imported.ts';
import { isIssoTable, readIsso } from './isso/read.ts';
import { readForumLines } from './jsonl/read.ts';
import { isSpipTable, readSpip } from './spip/read.ts';
import { readSqlRows } from './sql/rows.ts';
import { readWxr } from './wxr/read.ts';
import { readXmlRows } from './xml/rows.ts';

/**
 * The bytes of a forum's export, packed with gzip or not, chunk by chunk, as pieces: texts, contributions and problems in the order
 * of the file. Never throws for what the bytes hold; time grows with their number, memory with the longest contribution.
 *
 * @example
 * const lines = new TextEncoder().encode('no contribution\n');
 * [...readForum('jsonl', [lines])].map((piece) => piece.kind) // ['problem']
 */
export function* readForum(format: ForumFormat, chunks: Iterable<Uint8Array>): Generator<ForumPiece> {
  const inflated = inflateChunks(chunks);
  yield* READERS[format](decodeChunks(inflated.chunks));
  const problem = inflated.problem();
  if (problem) yield problem;
}

/** Tables of a database file, for the two sites that keep their forum in one. */
export const TABLE_READERS: Readonly<
  Partial<
    Record<
      ForumFormat,
      {
        readonly isWanted: (table: string) => boolean;
        readonly read: (rows: Iterable<RowPiece>) => Iterable<ForumPiece>;
      }
    >
  >
> = {
  spip: { isWanted: isSpipTable, read: readSpip },
  isso: { isWanted: isIssoTable, read: readIsso },
};

const READERS: Readonly<Record<ForumFormat, (chunks: Iterable<string>) => Iterable<ForumPiece>>> = {
  spip: (chunks) => readSpip(readTables(chunks, isSpipTable)),
  isso: (chunks) => readIsso(readSqlRows(chunks, isIssoTable)),
  wxr: readWxr,
  disqus: readDisqus,
  jsonl: readForumLines,
};

/** As XML or as SQL: what begins with a bracket is the one, since no statement does. */
function* readTables(chunks: Iterable<string>, wanted: (table: string) => boolean): Generator<RowPiece> {
  const source = chunks[Symbol.iterator]();
  let beginning = '';
  while (beginning.trim() === '') {
    const { value, done } = source.next();
    if (done) break;
    beginning += value;
  }
  function* all(): Generator<string> {
    yield beginning;
    for (let next = source.next(); !next.done; next = source.next()) yield next.value;
  }
  yield* /^\s*</.test(beginning) ? readXmlRows(all(), wanted) : readSqlRows(all(), wanted);
}
