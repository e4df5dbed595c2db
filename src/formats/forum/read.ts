import { decodeChunks } from './decode-chunks.ts';
import type { ForumFormat } from './detect.ts';
import { readDisqus } from './disqus/read.ts';
import type { ForumPiece, RowPiece } from './imported.ts';
import { isIssoTable, readIsso } from './isso/read.ts';
import { readForumLines } from './jsonl/read.ts';
import { isSpipTable, readSpip } from './spip/read.ts';
import { readSqlRows } from './sql/rows.ts';
import { readWxr } from './wxr/read.ts';

/**
 * The bytes of a forum's export, chunk by chunk, as pieces: texts, contributions and problems in the order of the file. Never throws
 * for what the bytes hold; time grows with their number, memory with the longest contribution.
 *
 * @example
 * const lines = new TextEncoder().encode('no contribution\n');
 * [...readForum('jsonl', [lines])].map((piece) => piece.kind) // ['problem']
 */
export function readForum(format: ForumFormat, chunks: Iterable<Uint8Array>): Iterable<ForumPiece> {
  return READERS[format](decodeChunks(chunks));
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
  spip: (chunks) => readSpip(readSqlRows(chunks, isSpipTable)),
  isso: (chunks) => readIsso(readSqlRows(chunks, isIssoTable)),
  wxr: readWxr,
  disqus: readDisqus,
  jsonl: readForumLines,
};
