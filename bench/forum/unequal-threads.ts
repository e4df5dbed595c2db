// A forum of any length: what waits is made to have been validated, in threads of very unequal length, under the database's own triggers.
import type Sqlite from 'better-sqlite3';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';

export interface Showing {
  readonly textId: TextId;
  /** Where threads begin by a passage: the first blocks get most. */
  readonly blockIds: readonly string[];
}

export interface ShownRows {
  /** Of the longest thread. */
  readonly longest: { readonly id: ContributionId; readonly length: number; readonly middle: ContributionId };
  readonly threads: number;
}

/** Lengths of threads by how many of each there are, for a forum of 171,160; a shorter forum has its share. The rest stand alone. */
const THREADS = [
  { many: 3, length: 4000 },
  { many: 25, length: 400 },
  { many: 600, length: 40 },
  { many: 9000, length: 5 },
];
const WHOLE = 171_160;

/** All of the text's waiting contributions, in one transaction. Their decisions share one leaf, `decided`. */
export function showAll(
  database: Sqlite.Database,
  { textId, blockIds, decided }: Showing & { readonly decided: number },
): ShownRows {
  const rows = database.prepare('select row, id from contribution where text_id = ? order by row').all(textId) as Row[];
  const threads = threadsOf(rows);
  const begin = database.prepare('update contribution set block_id = ?, quote = ? where row = ?');
  const answer = database.prepare('update contribution set thread_id = ?, parent_id = ? where row = ?');
  database.transaction(() => {
    for (const [at, thread] of threads.entries()) {
      if (at % 3 === 0) begin.run(blockIds[placeOf(at, blockIds.length)], 'as it stands', thread[0]!.row);
      for (const [place, { row }] of thread.slice(1).entries())
        answer.run(thread[0]!.id, thread[place - (place % 3)]!.id, row);
    }
    for (const statement of VALIDATE) database.prepare(statement).run({ textId, decided });
    database.prepare('update site set generation = generation + 1').run();
  })();
  const longest = threads.reduce((one, other) => (other.length > one.length ? other : one));
  const middle = longest[longest.length >> 1]!.id;
  return { threads: threads.length, longest: { id: longest[0]!.id, length: longest.length, middle } };
}

interface Row {
  readonly row: number;
  readonly id: ContributionId;
}

/** What validating each would leave. */
const VALIDATE = [
  `insert into decision (contribution_id, revision, decision, ground, decided_by, batch, waited_seconds, leaf, log, at)
   select id, 1, 'validate', 'read', null, 'bench', 3600, @decided, log, received_at from contribution
   where text_id = @textId order by row`,
  `update contribution set state = 'validated', lane = null, shown_revision = 1 where text_id = @textId`,
  `insert into shown_contribution (row, id, text_id, thread_id, parent_id, block_id, quote, number, revision, name,
     subject, body, received_at, validated_at)
   select c.row, c.id, c.text_id, c.thread_id, c.parent_id, c.block_id, c.quote, c.number, 1, r.name, r.subject, r.body,
     c.received_at, c.received_at
   from contribution c join contribution_revision r on r.contribution_id = c.id where c.text_id = @textId order by c.row`,
  `insert into shown_thread (thread_id, text_id, row, shown)
   select thread_id, text_id, min(row), count(*) from shown_contribution where text_id = @textId group by thread_id`,
] as const;

/** Each thread's answers come over the days after it was begun, others between them. */
function threadsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const share = rows.length / WHOLE;
  const lengths = THREADS.flatMap(({ many, length }) => Array.from({ length: Math.floor(many * share) }, () => length));
  const open = lengths.map((length): { length: number; rows: Row[] } => ({ length, rows: [] }));
  const answers = lengths.reduce((sum, length) => sum + length, 0);
  const threads: Row[][] = [];
  let [turn, given] = [0, 0];
  for (const [at, row] of rows.entries()) {
    const isDue = open.length > 0 && given < answers * ((at + 1) / rows.length);
    if (!isDue) {
      threads.push([row]);
      continue;
    }
    given += 1;
    turn = (turn + 1) % open.length;
    const thread = open[turn]!;
    if (thread.rows.length === 0) threads.push(thread.rows);
    thread.rows.push(row);
    if (thread.rows.length >= thread.length) open.splice(turn, 1);
  }
  return threads;
}

const placeOf = (at: number, places: number) => Math.floor((((at * 7919) % 1000) ** 2 / 1_000_000) * places);
