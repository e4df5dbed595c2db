// What power-loss.test.ts watches: writes to a database and says what was acknowledged, a line each. `press` publishes through
// the operations; `full` and `normal` insert rows with SQLite alone, so that the test can show what it would see of a careless one.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createTestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';

const [mode = '', folder = '', count = ''] = process.argv.slice(2);

if (mode === 'press') {
  const { context, close } = await createTestContext({ dataFolder: folder });
  for (let nth = 0; nth < Number(count); nth += 1) {
    const source = `---\ntitle: Lost ${nth}\n---\n\n${`One paragraph of text ${nth}. `.repeat(20)}\n`;
    await publishSource(context, { source, slug: `lost-${nth}` });
    writeSync(1, `ack lost-${nth}\n`);
  }
  await close();
} else {
  const database = new Database(join(folder, 'stet.sqlite'));
  database.pragma('journal_mode = wal');
  database.pragma(`synchronous = ${mode}`);
  database.exec('create table if not exists control (slug text primary key, filling text) strict');
  const insert = database.prepare('insert into control values (?, ?)');
  for (let nth = 0; nth < Number(count); nth += 1) {
    insert.run(`lost-${nth}`, 'x'.repeat(3000));
    writeSync(1, `ack lost-${nth}\n`);
  }
  database.close();
}
