// A queue of any length: the rows that receiving leaves, many a statement, under the same triggers.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type ContributionId, payloadOf } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { commit } from '#record/commitment.ts';
import { type Hash, hashLeaf, nodesCompletedBy } from '#record/hash-tree.ts';
import { writeLeaf } from '#record/leaf.ts';
import { countLeaves, findLog } from '#store/leaves.ts';
import { insertNodes } from '#store/tree-nodes.ts';

export interface Flood {
  readonly textIds: readonly TextId[];
  readonly count: number;
}

const ROWS_A_STATEMENT = 200;
const ROWS_A_TRANSACTION = 20_000;
const START = Date.parse('2026-10-01T00:00:00Z');
const SECONDS_APART = 8;

/** Every fifth is likely spam; senders and groups are unequal: one of each has a tenth of all. */
export async function writeWaiting(context: Context, { textIds, count }: Flood): Promise<void> {
  const { store } = context;
  const log = (await findLog(store.reader))!.number;
  const levels = await rightEdge(context, log);
  const first = await countLeaves(store.reader, log);
  for (let from = 0; from < count; from += ROWS_A_TRANSACTION) {
    const end = Math.min(count, from + ROWS_A_TRANSACTION);
    await store.write(async (transaction) => {
      for (let start = from; start < end; start += ROWS_A_STATEMENT) {
        const some = range(start, Math.min(end, start + ROWS_A_STATEMENT)).map((at) => made(at, textIds, first + at));
        const leaves = some.map(({ leaf }) => ({ log, ...leaf }));
        await transaction.insertInto('leaf').values(leaves).execute();
        const nodes = leaves.flatMap(({ index, hash }) => grow(levels, index, hash)).filter(({ level }) => level > 0);
        await insertNodes(transaction, { log, nodes });
        const rows = some.map(({ contribution }) => ({ ...contribution, log }));
        const kept = await transaction.insertInto('contribution').values(rows).returning('row').execute();
        await transaction
          .insertInto('contribution_revision')
          .values(some.map(({ revision }) => revision))
          .execute();
        await transaction
          .insertInto('contribution_key')
          .values(some.map(({ key }) => key))
          .execute();
        for (const [at, { revision }] of some.entries())
          await sql`insert into contribution_search (rowid, words) values (${kept[at]!.row}, ${`${revision.name}\n\n${revision.body}`})`.execute(
            transaction,
          );
      }
    });
  }
}

function made(at: number, textIds: readonly TextId[], index: number) {
  const id = randomBytes(16).toString('base64url') as ContributionId;
  const key = randomBytes(32);
  const textId = textIds[at % textIds.length]!;
  const words = { name: `Name ${at % 997}`, subject: null, body: bodyOf(at) };
  const payload = payloadOf({ textId, blockId: null, quote: null, parentId: null, ...words });
  const receivedAt = `${new Date(START + at * SECONDS_APART * 1000).toISOString().slice(0, 19)}Z`;
  const minute = `${receivedAt.slice(0, 16)}:00Z`;
  const bytes = Buffer.from(writeLeaf({ kind: 'contribution.receive', at: minute, commitment: commit(key, payload) }));
  const kind = 'contribution.receive';
  return {
    leaf: { index, kind, at: minute, text_id: null, revision: null, hash: Buffer.from(hashLeaf(bytes)), bytes },
    contribution: {
      ...{ id, text_id: textId, number: 1, block_id: null, quote: null, parent_id: null, thread_id: id },
      ...{ state: 'waiting', lane: at % 5 === 0 ? 'spam' : 'main', revision: 1, shown_revision: null },
      score: ((at * 7919) % 1000) / 1000,
      group_key: at % 10 === 1 ? 'flood' : `g${at % 40_000}`,
      sender: at % 10 === 2 ? 'flooder' : `s${at % 30_000}`,
      ...{ day: receivedAt.slice(0, 10), email: null, email_confirmed_at: null, notify: 0 },
      ...{ receipt_hash: id, ticket: id, leaf: index, received_at: receivedAt, changed_at: receivedAt },
      ...{ leased_by: null, leased_until: null },
    },
    revision: {
      ...{ contribution_id: id, revision: 1, ...words, leaf: index, signals: '[]', received_at: receivedAt },
      hash: createHash('sha256').update(payload).digest('hex'),
    },
    key: { contribution_id: id, key },
  };
}

const SENTENCES = [
  'The second paragraph says the opposite of what the letter of 1921 says.',
  'I remember the hall, and who spoke, and that nobody wrote it down.',
  'Buy now and save, the best offer of the week is here for you.',
  'Where was this printed first? The archive has an earlier proof.',
  'I do not agree with the last speaker, and neither did the congress.',
];

function bodyOf(at: number): string {
  const said = [0, 1, 2, 3].map((place) => SENTENCES[(at * 3 + place * place) % SENTENCES.length]);
  return `${said.join(' ')}\n\nNumber ${at}${at % 5000 === 7 ? ', with a heron' : ''}.`;
}

/** The hashes an append needs: for each level the last one, if it has no sibling yet. */
async function rightEdge({ store }: Context, log: number): Promise<Hash[][]> {
  const levels: Hash[][] = [];
  const leaves = await store.reader.selectFrom('leaf').select(['index', 'hash']).where('log', '=', log).execute();
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

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
