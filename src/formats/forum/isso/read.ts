// Isso's database: the tables threads and comments.
import {
  FORUM_LIMITS,
  type ForumPiece,
  type ImportedState,
  problemPiece,
  type RowPiece,
  type TableRow,
} from '../imported.ts';
import { momentOfSeconds } from '../moment-of.ts';
import { markdownToPlain } from '../plain/markdown-to-plain.ts';
import { oneLine, wordsOf } from '../words-of.ts';

export const isIssoTable = (table: string) => table === 'threads' || table === 'comments';

/** Rows of Isso's tables as pieces. Of the bits of a mode, 4 is withdrawn, 2 waiting, 1 validated; any other waits. */
export function* readIsso(rows: Iterable<RowPiece>): Generator<ForumPiece> {
  let count = 0;
  for (const row of rows) {
    if (row.kind === 'problem') yield row;
    else if (row.table === 'threads') yield readThread(row);
    else if (row.table === 'comments') {
      count += 1;
      if (count > FORUM_LIMITS.contributions)
        return yield problemPiece('forum-many', 'Too many contributions; the rest was not read.', row);
      yield* readComment(row);
    }
  }
}

function readThread({ values }: TableRow): ForumPiece {
  const url = values.uri?.trim() || null;
  return {
    kind: 'text',
    text: { foreignId: `thread ${values.id}`, slug: null, url, title: oneLine(values.title) || null },
  };
}

function* readComment({ values, line }: TableRow): Generator<ForumPiece> {
  const { id, tid, parent } = values;
  if (!id || !/^\d{1,18}$/.test(id))
    return yield problemPiece('forum-no-id', 'A contribution without an id was left out.', { line });
  const at = momentOfSeconds(values.created);
  if (!at) yield problemPiece('forum-date', 'A date that does not exist.', { line });
  const { problems, ...words } = wordsOf(
    { name: values.author, email: values.email, subject: null, body: values.text },
    { toPlain: markdownToPlain, line },
  );
  for (const problem of problems) yield { kind: 'problem', problem };
  yield {
    kind: 'contribution',
    contribution: {
      foreignId: id,
      parentForeignId: parent && /^[1-9]\d{0,17}$/.test(parent) ? parent : null,
      textForeignId: `thread ${tid}`,
      ...words,
      at,
      state: stateOf(Number(values.mode)),
      history: null,
      line,
    },
  };
}

function stateOf(mode: number): ImportedState {
  if (mode & 4) return 'withdrawn';
  if (mode & 2) return 'waiting';
  return mode & 1 ? 'validated' : 'waiting';
}
