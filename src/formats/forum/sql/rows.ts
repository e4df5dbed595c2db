// Rows of the INSERTs of an SQL dump: of MySQL (phpMyAdmin, mysqldump) and of SQLite. Nothing is executed.
import { problemPiece, type RowPiece } from '../imported.ts';
import { type SqlScanner, type SqlToken, scanSql } from './scan.ts';
import { readValue } from './value.ts';

/** One piece a row of the tables wanted, in the order of the dump; what cannot be read is a problem at its line. */
export function* readSqlRows(chunks: Iterable<string>, wanted: (table: string) => boolean): Generator<RowPiece> {
  const scanner = scanSql(chunks);
  const columns = new Map<string, readonly string[]>();
  for (let token = scanner.next(); token; token = scanner.next()) {
    const verb = token.kind === 'word' ? token.text.toUpperCase() : '';
    if (verb === 'PRAGMA') scanner.backslashes = false;
    if (verb === 'CREATE') readCreate(scanner, columns);
    else if (verb === 'INSERT' || verb === 'REPLACE') yield* readInsert(scanner, { columns, wanted });
    else skipFrom(scanner, token);
  }
  if (scanner.brokenAt !== null)
    yield problemPiece('sql-unended', 'A string never ends; what follows was not read.', { line: scanner.brokenAt });
}

interface Tables {
  readonly columns: Map<string, readonly string[]>;
  readonly wanted: (table: string) => boolean;
}

function* readInsert(scanner: SqlScanner, { columns, wanted }: Tables): Generator<RowPiece> {
  let token = scanner.next();
  while (token?.kind === 'word' && /^(INTO|IGNORE|OR|REPLACE|LOW_PRIORITY|DELAYED)$/i.test(token.text))
    token = scanner.next();
  const named = readName(scanner, token);
  if (!wanted(named.table)) return skipFrom(scanner, named.next);
  let [next, names] = [named.next, columns.get(named.table) ?? null];
  if (isSign(next, '(')) {
    names = readList(scanner);
    next = scanner.next();
  }
  const line = next?.line ?? null;
  if (next?.kind !== 'word' || !/^VALUES?$/i.test(next.text) || !names) {
    yield problemPiece('sql-insert', 'An INSERT could not be read: no VALUES, or columns that are named nowhere.', {
      line,
    });
    return skipFrom(scanner, next);
  }
  yield* readTuples(scanner, { table: named.table, names });
}

function* readTuples(
  scanner: SqlScanner,
  { table, names }: { readonly table: string; readonly names: readonly string[] },
): Generator<RowPiece> {
  for (let token = scanner.next(); token && !isEnd(token); token = scanner.next()) {
    if (isSign(token, ',')) continue;
    if (!isSign(token, '(')) {
      yield problemPiece('sql-row', 'A row could not be read; the rest of its statement was left out.', token);
      return skipFrom(scanner, token);
    }
    const values = readTuple(scanner);
    if (values?.length === names.length) {
      const entries = names.map((name, index) => [name, values[index] ?? null] as const);
      yield { kind: 'row', table, values: Object.fromEntries(entries), line: token.line };
    } else if (values)
      yield problemPiece('sql-columns', 'A row has more or fewer values than its table has columns.', token);
    else {
      yield problemPiece('sql-row', 'A row could not be read; the rest of its statement was left out.', token);
      return skipFrom(scanner, token);
    }
  }
}

/** Null where it is no list of values. */
function readTuple(scanner: SqlScanner): (string | null)[] | null {
  const values: (string | null)[] = [];
  for (;;) {
    const { value, next } = readValue(scanner, scanner.next());
    if (value === undefined) return null;
    values.push(value);
    if (isSign(next, ')')) return values;
    if (!isSign(next, ',')) return null;
  }
}

function readCreate(scanner: SqlScanner, columns: Map<string, readonly string[]>): void {
  let token = scanner.next();
  if (token?.kind === 'word' && /^TEMP/i.test(token.text)) token = scanner.next();
  if (token?.kind === 'word' && token.text.toUpperCase() === 'TABLE') {
    token = scanner.next();
    while (token?.kind === 'word' && /^(IF|NOT|EXISTS)$/i.test(token.text)) token = scanner.next();
    const { table, next } = readName(scanner, token);
    if (isSign(next, '(')) columns.set(table, readList(scanner));
    token = next;
  }
  skipFrom(scanner, token);
}

/** `spip_forum`, `` `site`.`spip_forum` ``: the last part is the table. */
function readName(scanner: SqlScanner, first: SqlToken | null) {
  let [table, next] = ['', first];
  while (
    next &&
    (next.kind === 'name' || next.kind === 'string' || (next.kind === 'word' && !/^VALUES?$/i.test(next.text)))
  ) {
    table = next.text.split('.').at(-1) || table;
    next = scanner.next();
  }
  return { table, next };
}

/** The first word of each item up to the bracket that closes: columns, not keys and constraints. */
function readList(scanner: SqlScanner): readonly string[] {
  const names: string[] = [];
  let depth = 1;
  let isFirst = true;
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (isSign(token, '(')) depth += 1;
    else if (isSign(token, ')')) depth -= 1;
    if (depth === 0) break;
    if (isFirst && token.kind !== 'sign' && !(token.kind === 'word' && NO_COLUMN.test(token.text)))
      names.push(token.text);
    isFirst = depth === 1 && isSign(token, ',');
  }
  return names;
}

const NO_COLUMN = /^(PRIMARY|UNIQUE|KEY|INDEX|FULLTEXT|SPATIAL|CONSTRAINT|FOREIGN|CHECK)$/i;

function skipFrom(scanner: SqlScanner, from: SqlToken | null): void {
  for (let token = from; !isEnd(token); ) token = scanner.next();
}

const isSign = (token: SqlToken | null, sign: string) => token?.kind === 'sign' && token.text === sign;
const isEnd = (token: SqlToken | null) => token === null || isSign(token, ';');
