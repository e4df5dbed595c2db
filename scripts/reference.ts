// `npm run reference`: writes the pages of docs/reference/ that are made from the program's own tables.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { referencePages } from './reference-pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}docs/reference`, { recursive: true });
for (const { path, text } of await referencePages()) {
  writeFileSync(root + path, text);
  process.stdout.write(`${path}\n`);
}
