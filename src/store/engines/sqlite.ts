import type { Engine } from './engine.ts';

export const SQLITE: Engine = {
  bytes: 'blob',
  rowNumber: 'integer primary key autoincrement',
  tableEnd: 'strict',
  forbidChanges: (table) =>
    ['update', 'delete'].map(
      (act) => `create trigger ${table}_never_${act} before ${act} on ${table}
        begin select raise(abort, '${table}: what was published is never changed'); end`,
    ),
  forbidUnless: ({ name, event, condition, message }) =>
    `create trigger ${name} before ${event} when not (${condition}) begin select raise(abort, '${message}'); end`,
  searchIndex: [
    `create virtual table search using fts5 (title, authors, body, tokenize = "unicode61 remove_diacritics 2")`,
    // A word in the title weighs more than one in the text.
    `insert into search (search, rank) values ('rank', 'bm25(10.0, 6.0, 1.0)')`,
  ],
};
