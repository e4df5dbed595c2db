// Rendered pages live in a file of their own: they are derived, may be deleted at any time, and must neither grow the
// database that is backed up nor look like a change of it.
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

export interface PressedPages {
  find(path: string): PressedPage | null;
  keep(page: PressedPage): void;
  /** Drops the pages at these paths and below them, so that none of their bytes are left in the file. */
  forget(paths: readonly string[]): void;
  /** How many bytes are kept, for the metrics. */
  size(): number;
  close(): void;
}

/** A page as it is sent. */
export interface PressedPage {
  readonly path: string;
  /** What it was made from, as its maker sees it: another value, another page. */
  readonly inputs: string;
  readonly contentType: string;
  readonly etag: string;
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** When over the limit, the oldest are dropped until this share of it is left. */
const LEFT_AFTER_DROPPING = 0.9;

export function openPressedPages({
  path,
  limitBytes,
}: {
  readonly path: string;
  readonly limitBytes: number;
}): PressedPages {
  const connection = openFile(path);
  const find = connection.prepare(
    'select path, inputs, content_type as contentType, etag, identity, gzip, brotli from pressed_page where path = ?',
  );
  const size = connection.prepare('select coalesce(sum(bytes), 0) from pressed_page').pluck();
  const keep = connection.prepare(
    `insert or replace into pressed_page (path, inputs, content_type, etag, identity, gzip, brotli, bytes)
     values (@path, @inputs, @contentType, @etag, @identity, @gzip, @brotli, @bytes)`,
  );
  const drop = connection.prepare(
    'delete from pressed_page where row in (select row from pressed_page order by row limit 20)',
  );
  // `/essay`, and what begins with `/essay/` or `/essay?`: `0` and `@` are the signs that follow `/` and `?`.
  const forget = connection.prepare(
    'delete from pressed_page where path = ? or (path >= ? and path < ?) or (path >= ? and path < ?)',
  );
  const keepWithin = connection.transaction((page: PressedPage, bytes: number) => {
    keep.run({ ...page, bytes });
    if ((size.get() as number) <= limitBytes) return;
    while ((size.get() as number) > limitBytes * LEFT_AFTER_DROPPING) drop.run();
  });
  return {
    find: (wanted) => unlessHindered(() => (find.get(wanted) as PressedPage | undefined) ?? null) ?? null,
    keep: (page) => {
      const bytes = page.identity.length + page.gzip.length + page.brotli.length;
      if (bytes <= limitBytes * LEFT_AFTER_DROPPING) unlessHindered(() => keepWithin.immediate(page, bytes));
    },
    forget: (paths) =>
      void unlessHindered(() => {
        for (const one of paths) forget.run(one, `${one}/`, `${one}0`, `${one}?`, `${one}@`);
        connection.pragma('wal_checkpoint(truncate)');
      }),
    size: () => size.get() as number,
    close: () => connection.close(),
  };
}

/** A file that cannot be read is begun anew: nothing is lost but time. */
function openFile(path: string): Database.Database {
  try {
    return prepareFile(path);
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    return prepareFile(path);
  }
}

function prepareFile(path: string): Database.Database {
  const connection = new Database(path);
  try {
    connection.pragma('busy_timeout = 200');
    connection.pragma('journal_mode = wal');
    connection.pragma('synchronous = normal');
    connection.pragma('secure_delete = on');
    connection.exec(`create table if not exists pressed_page (
      row integer primary key autoincrement,
      path text not null unique,
      inputs text not null,
      content_type text not null,
      etag text not null,
      bytes integer not null,
      identity blob not null,
      gzip blob not null,
      brotli blob not null
    ) strict;
    create index if not exists pressed_page_bytes on pressed_page (bytes)`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A page that cannot be kept or read (full disk, another process writing) is only made again. */
function unlessHindered<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return undefined;
  }
}
