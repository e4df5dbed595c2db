import { SQLITE } from './engines/sqlite.ts';
import type { Connection } from './engines/sqlite-connection.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { StoreError } from './store-error.ts';

/** Brings the database to this program's form, all or nothing. One made by a newer program is left alone. */
export function migrate(connection: Connection, { now }: { readonly now: Date }): void {
  const apply = connection.transaction(() => {
    connection.exec(
      'create table if not exists migration (number integer primary key, name text not null, applied_at text not null) strict',
    );
    const applied = connection.prepare('select number, name from migration order by number').all() as Applied[];
    if (applied.some(({ number, name }) => MIGRATIONS[number - 1]?.name !== name))
      throw new StoreError('newer-database', connection.name);
    MIGRATIONS.slice(applied.length).forEach(({ name, statements }, index) => {
      for (const statement of statements(SQLITE)) connection.exec(statement);
      connection
        .prepare('insert into migration values (?, ?, ?)')
        .run(applied.length + index + 1, name, now.toISOString());
    });
  });
  if (!isCurrent(connection)) apply.immediate();
}

/** Asked first, so that a start on a full disk still serves readers. */
function isCurrent(connection: Connection): boolean {
  const known = connection.prepare("select 1 from sqlite_schema where name = 'migration'").get();
  if (!known) return false;
  const applied = connection.prepare('select number, name from migration order by number').all() as Applied[];
  return (
    applied.length === MIGRATIONS.length && applied.every(({ number, name }) => MIGRATIONS[number - 1]?.name === name)
  );
}

interface Applied {
  readonly number: number;
  readonly name: string;
}
