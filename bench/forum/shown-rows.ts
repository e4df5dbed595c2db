// What waits, validated many a statement: leaf, entry in the log, state, what is shown, under the same triggers.
import { sql } from 'kysely';
import type { BlockId, TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { type Hash, hashLeaf, nodesCompletedBy } from '#record/hash-tree.ts';
import { writeLeaf } from '#record/leaf.ts';
import { countLeaves, findLog } from '#store/leaves.ts';
import { insertNodes } from '#store/tree-nodes.ts';
import { writeWaiting } from './waiting-rows.ts';

const ROWS_A_TRANSACTION = 10_000;
const AT = '2026-11-22T18:00:00Z';

interface ShownRows {
  readonly textId: TextId;
  readonly blocks: readonly BlockId[];
  readonly count: number;
  readonly longThread: number;
  /** By the block and the place among all. */
  readonly quoteOf?: (block: BlockId, at: number) => string;
}

/** Under one text: every third begins a thread, the others answer in threads of up to three; the first thread is a long one. */
export async function writeShown(
  context: Context,
  { textId, blocks, count, longThread, quoteOf = () => 'words of the paragraph' }: ShownRows,
): Promise<void> {
  const { store } = context;
  await writeWaiting(context, { textIds: [textId], count });
  const log = (await findLog(store.reader))!.number;
  const rows = await store.reader
    .selectFrom('contribution')
    .select(['row', 'id', 'leaf'])
    .where('text_id', '=', textId)
    .where('state', '=', 'waiting')
    .orderBy('row')
    .execute();
  const edge = await rightEdge(context, log);
  let leafIndex = await countLeaves(store.reader, log);
  for (let from = 0; from < rows.length; from += ROWS_A_TRANSACTION) {
    const some = rows.slice(from, from + ROWS_A_TRANSACTION);
    await store.write(async (transaction) => {
      const first = leafIndex;
      for (const [at, { id, leaf }] of some.entries()) {
        const number = from + at;
        const root = number < longThread ? rows[0]! : rows[number - (number % 3)]!;
        const isRoot = root.id === id;
        const block = isRoot && number % 2 === 0 ? blocks[number % blocks.length]! : null;
        await sql`update contribution set thread_id = ${root.id}, parent_id = ${isRoot ? null : root.id},
          block_id = ${block}, quote = ${block && quoteOf(block, number)}, lane = null where id = ${id}`.execute(
          transaction,
        );
        const bytes = Buffer.from(
          writeLeaf({
            kind: 'contribution.decide',
            at: AT,
            commitment: '0'.repeat(64),
            contribution: leaf,
            decision: 'validate',
            ground: 'read',
          }),
        );
        const hash = Buffer.from(hashLeaf(bytes));
        const index = leafIndex++;
        await transaction
          .insertInto('leaf')
          .values({ log, index, kind: 'contribution.decide', at: AT, text_id: null, revision: null, hash, bytes })
          .execute();
        const nodes = grow(edge, index, hash).filter(({ level }) => level > 0);
        await insertNodes(transaction, { log, nodes });
      }
      const [low, high] = [some[0]!.row, some.at(-1)!.row];
      await sql`insert into decision (contribution_id, revision, decision, ground, decided_by, batch, waited_seconds, leaf, log, at)
        select id, 1, 'validate', 'read', null, 'bench', 60, ${first} + row - ${low}, ${log}, ${AT} from contribution
        where row between ${low} and ${high} and text_id = ${textId}`.execute(transaction);
      await sql`update contribution set state = 'validated', shown_revision = 1 where row between ${low} and ${high} and text_id = ${textId}`.execute(
        transaction,
      );
      await sql`insert into shown_contribution (row, id, text_id, thread_id, parent_id, block_id, quote, number, revision, name, subject, body, received_at, validated_at)
        select c.row, c.id, c.text_id, c.thread_id, c.parent_id, c.block_id, c.quote, c.number, 1, r.name, r.subject, r.body, c.received_at, c.received_at
        from contribution c join contribution_revision r on r.contribution_id = c.id and r.revision = 1
        where c.row between ${low} and ${high} and c.text_id = ${textId}`.execute(transaction);
      await sql`update site set generation = generation + 1`.execute(transaction);
    });
  }
  await store.write((transaction) =>
    sql`insert into shown_thread (thread_id, text_id, row, shown)
      select s.thread_id, s.text_id, c.row, count(*) from shown_contribution s join contribution c on c.id = s.thread_id
      where s.text_id = ${textId} group by s.thread_id`.execute(transaction),
  );
}

/** The hashes an append needs: for each level the last one, if it has no sibling yet. */
async function rightEdge({ store }: Context, log: number): Promise<Hash[][]> {
  const levels: Hash[][] = [];
  const leaves = await store.reader
    .selectFrom('leaf')
    .select(['index', 'hash'])
    .where('log', '=', log)
    .orderBy('index')
    .execute();
  for (const { index, hash } of leaves) grow(levels, index, hash);
  return levels;
}

function grow(levels: Hash[][], index: number, hash: Hash) {
  const completed = nodesCompletedBy(index, hash, ({ level, index: at }) => levels[level]![at % 2]!);
  for (const node of completed) {
    levels[node.level] ??= [];
    levels[node.level]![node.index % 2] = node.hash;
  }
  return completed;
}
