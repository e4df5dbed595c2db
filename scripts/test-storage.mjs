// `npm run test:storage [-- --long] [FILE…]`: the storage tests with all their figures; --long is the run of hours.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const named = args.filter((arg) => arg !== '--long');
const files = named.length > 0 ? named : globSync('test/storage/*.test.ts', { cwd: root }).sort();
const done = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, STORAGE_RUN: args.includes('--long') ? 'long' : 'alone' },
});
process.exit(done.status ?? 1);
