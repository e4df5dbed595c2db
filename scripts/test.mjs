// `npm test [-- FILE…]`: every test beside its source and under test/, or only the files named.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'], {
        cwd: root,
      }).sort();
const FEWEST = 10; // a run that found next to nothing is broken, not green

if (named.length === 0 && files.length < FEWEST) {
  process.stderr.write(`only ${files.length} test files found: something is wrong with the checkout\n`);
  process.exit(1);
}
const done = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
