// The privacy page tells of the real database: a column that nobody thought about fails here.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { IMPERSONAL_COLUMNS, PERSONAL_DATA } from '#domain/personal-data.ts';
import { createTestContext } from '#test/support/context.ts';

const press = await createTestContext();
after(() => press.close());

/** Tables the engine keeps for itself: the words of a search index are those of its own row here. */
const SHADOWS = /^sqlite_|_(config|content|data|docsize|idx)$/;

const columnsOf = (tables: Readonly<Record<string, string>>) =>
  Object.entries(tables).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`));

test('every column of every table is told of once at least, or said to be nobody’s', async () => {
  const { rows } = await sql<{ column: string }>`
    select m.name || '.' || p.name as column from sqlite_master m, pragma_table_info(m.name) p
    where m.type = 'table' order by 1`.execute(press.context.store.reader);
  const real = rows.map(({ column }) => column).filter((column) => !SHADOWS.test(column.split('.')[0]!));
  assert.ok(real.length > 200, `${real.length} columns seen`);
  const personal = PERSONAL_DATA.flatMap(({ columns }) => columnsOf(columns));
  const impersonal = columnsOf(IMPERSONAL_COLUMNS);
  const told = new Set([...personal, ...impersonal]);
  assert.deepEqual(
    real.filter((column) => !told.has(column)),
    [],
    'columns nobody thought about',
  );
  assert.deepEqual(
    [...told].filter((column) => !real.includes(column)),
    [],
    'columns that are not there',
  );
  assert.deepEqual(
    impersonal.filter((column) => personal.includes(column)),
    [],
    'columns said to be both',
  );
});
