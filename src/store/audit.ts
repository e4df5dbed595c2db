// The record and what it speaks of, read row by row from a database that is not trusted: a row that cannot be read is
// an answer too, and nothing of the rest is lost by it.
import { join } from 'node:path';
import { type ForumAudit, forumAudit } from './audit-forum.ts';
import { type Audited, asBytes, asText } from './audited.ts';
import type { StoredCheckpoint } from './checkpoints.ts';
import { openReader } from './engines/sqlite-connection.ts';
import type { LeafCount, StoredLeaf, StoredLog } from './leaves.ts';
import { DATABASE_FILE } from './store.ts';

export interface AuditedRevision {
  readonly publishedAt: string;
  /** Exact bytes, by the name the manifest gives them. */
  readonly files: Readonly<Record<'body.html' | 'metadata.json' | 'plain.txt' | 'source.md', Uint8Array>>;
  /** Null for a revision older than the record. */
  readonly manifest: Uint8Array | null;
}

export interface AuditedNode {
  readonly index: number;
  readonly hash: Uint8Array;
}

export interface AuditedText {
  readonly textId: string;
  readonly slug: string | null;
  readonly number: number;
  readonly isWithdrawn: boolean;
}

export interface Audit {
  /** Lines of SQLite's own integrity check and of broken references; none when it is content. */
  problems(): readonly string[];
  logs(): Audited<readonly StoredLog[]>;
  countLeaves(log: number): Audited<number>;
  leaf(log: number, index: number): Audited<StoredLeaf>;
  /** From `start` up to but without `end`; damage anywhere among them is damage of all, to be looked for one by one. */
  leaves(log: number, start: number, end: number): Audited<readonly StoredLeaf[]>;
  countNodes(log: number): Audited<number>;
  node(log: number, level: number, index: number): Audited<Uint8Array>;
  nodes(log: number, level: number, start: number, end: number): Audited<readonly AuditedNode[]>;
  checkpoints(log: number): Audited<readonly StoredCheckpoint[]>;
  readonly forum: ForumAudit;
  checkpointLinks(log: number): Audited<readonly { readonly size: number; readonly note: string }[]>;
  leafCounts(log: number): Audited<readonly LeafCount[]>;
  texts(): Audited<readonly AuditedText[]>;
  revisionNumbers(textId: string): Audited<readonly number[]>;
  revision(textId: string, number: number): Audited<AuditedRevision>;
  close(): void;
}

export function openAudit({ dataFolder }: { readonly dataFolder: string }): Audit {
  const connection = openReader(join(dataFolder, DATABASE_FILE));
  const one = <T>(sql: string) => {
    const statement = connection.prepare(sql);
    return (...values: readonly unknown[]): Audited<T> =>
      audited(() => (statement.get(...values) as T | undefined) ?? null);
  };
  const all = <T>(sql: string) => {
    const statement = connection.prepare(sql);
    return (...values: readonly unknown[]): Audited<readonly T[]> => audited(() => statement.all(...values) as T[]);
  };
  const count = (sql: string) => {
    const statement = connection.prepare(sql).pluck();
    return (...values: readonly unknown[]): Audited<number> => audited(() => statement.get(...values) as number);
  };
  const node = one<{ hash: Uint8Array }>(
    `select ${asBytes('hash')} from tree_node where log = ? and level = ? and "index" = ?`,
  );
  const revision = one<RevisionRow>(
    `select ${asText('published_at', 'publishedAt')}, ${FILES.map(([, column]) => asBytes(column)).join(', ')},
      cast(manifest as blob) as manifest from revision where text_id = ? and number = ?`,
  );
  const numbers = all<{ number: number }>('select number from revision where text_id = ? order by number');
  const texts = all<Omit<AuditedText, 'isWithdrawn'> & { isWithdrawn: number }>(
    'select id as textId, slug, number, withdrawn_at is not null as isWithdrawn from text order by row',
  );
  return {
    problems: () => integrityProblems(connection),
    logs: all(
      `select number, ${asText('origin')}, ${asText('verifier_key', 'verifierKey')}, ${asText('started_at', 'startedAt')} from log order by number`,
    ),
    countLeaves: count('select coalesce(max("index") + 1, 0) from leaf where log = ?'),
    leaf: one(`${LEAF} and "index" = ?`),
    leaves: all(`${LEAF} and "index" >= ? and "index" < ?`),
    nodes: all(
      `select "index", ${asBytes('hash')} from tree_node where log = ? and level = ? and "index" >= ? and "index" < ?`,
    ),
    countNodes: count('select count(*) from tree_node where log = ?'),
    node: (log, level, index) => mapped(node(log, level, index), ({ hash }) => hash),
    checkpoints: all(
      `select log, size, ${asBytes('root')}, ${asText('note')}, ${asText('signed_at', 'signedAt')} from checkpoint where log = ? order by size`,
    ),
    forum: forumAudit(connection, all),
    checkpointLinks: all(`select size, ${asText('note')} from checkpoint_link where log = ? order by size`),
    leafCounts: all('select month, kind, detail, leaves from leaf_count where log = ?'),
    texts: () => mapped(texts(), (rows) => rows.map((row) => ({ ...row, isWithdrawn: row.isWithdrawn === 1 }))),
    revisionNumbers: (textId) => mapped(numbers(textId), (rows) => rows.map(({ number }) => number)),
    revision: (textId, number) => mapped(revision(textId, number), revisionOf),
    close: () => connection.close(),
  };
}

const LEAF = `select "index", ${asText('kind')}, ${asText('at')}, cast(text_id as text) as textId, revision,
  ${asBytes('hash')}, ${asBytes('bytes')} from leaf where log = ?`;

const FILES = [
  ['body.html', 'body_html'],
  ['metadata.json', 'metadata'],
  ['plain.txt', 'plain_text'],
  ['source.md', 'source'],
] as const;

type RevisionRow = { readonly publishedAt: string; readonly manifest: Uint8Array | null } & Readonly<
  Record<(typeof FILES)[number][1], Uint8Array>
>;

function revisionOf(row: RevisionRow): AuditedRevision {
  const files = Object.fromEntries(FILES.map(([path, column]) => [path, row[column]])) as AuditedRevision['files'];
  return { publishedAt: row.publishedAt, manifest: row.manifest, files };
}

function integrityProblems(connection: ReturnType<typeof openReader>): readonly string[] {
  const lines = audited(() => connection.pragma('integrity_check(100)') as readonly { integrity_check: string }[]);
  const keys = audited(() => connection.pragma('foreign_key_check') as readonly { table: string; rowid: number }[]);
  return [
    ...('damage' in lines ? [lines.damage] : (lines.row ?? []).map((line) => line.integrity_check)),
    ...('damage' in keys ? [keys.damage] : (keys.row ?? []).map(({ table, rowid }) => `${table} ${rowid}`)),
  ].filter((line) => line !== 'ok');
}

function mapped<T, U>(audited: Audited<T>, map: (row: T) => U): Audited<U> {
  return 'damage' in audited ? audited : { row: audited.row === null ? null : map(audited.row) };
}

function audited<T>(read: () => T | null): Audited<T> {
  try {
    return { row: read() };
  } catch (error) {
    return { damage: error instanceof Error ? error.message : String(error) };
  }
}
