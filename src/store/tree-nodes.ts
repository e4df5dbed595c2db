// The hashes of complete subtrees. Those of level 0 are the leaves' own; the others are derived from them.
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.ts';

interface Address {
  readonly level: number;
  readonly index: number;
}

interface Node extends Address {
  readonly hash: Uint8Array;
}

export async function insertNodes(
  db: Kysely<Schema>,
  { log, nodes }: { readonly log: number; readonly nodes: readonly Node[] },
): Promise<void> {
  if (nodes.length === 0) return;
  await db
    .insertInto('tree_node')
    .values(nodes.map(({ level, index, hash }) => ({ log, level, index, hash: Buffer.from(hash) })))
    .execute();
}

/** Those of the wanted ones that there are, in no order. One question a level. */
export async function findNodes(
  db: Kysely<Schema>,
  { log, wanted }: { readonly log: number; readonly wanted: readonly Address[] },
): Promise<readonly Node[]> {
  const found: Node[] = [];
  for (const [level, addresses] of Map.groupBy(wanted, (address) => address.level)) {
    const indexes = [...new Set(addresses.map(({ index }) => index))];
    const rows =
      level === 0
        ? db.selectFrom('leaf').select(['index', 'hash']).where('log', '=', log).where('index', 'in', indexes)
        : db
            .selectFrom('tree_node')
            .select(['index', 'hash'])
            .where('log', '=', log)
            .where('level', '=', level)
            .where('index', 'in', indexes);
    for (const { index, hash } of await rows.execute()) found.push({ level, index, hash });
  }
  return found;
}

/** The hashes of one level from `start` up to but without `end`, in order: what a tile holds. */
export async function listNodeHashes(
  db: Kysely<Schema>,
  {
    log,
    level,
    start,
    end,
  }: { readonly log: number; readonly level: number; readonly start: number; readonly end: number },
): Promise<readonly Uint8Array[]> {
  const table = level === 0 ? db.selectFrom('leaf') : db.selectFrom('tree_node').where('level', '=', level);
  const rows = await (table as SelectQueryBuilder<Schema, 'tree_node', object>)
    .select('hash')
    .where('log', '=', log)
    .where('index', '>=', start)
    .where('index', '<', end)
    .orderBy('index')
    .execute();
  return rows.map(({ hash }) => hash);
}
