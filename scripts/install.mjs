// Brings node_modules up to date with package-lock.json, and does nothing when it already is.
// Runs before `npm start` and `npm test`, under whichever Node the machine has, so: built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const WITH_SCRIPTS = ['node', 'esbuild'];
const stamp = `${root}node_modules/.stet-installed`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install();

function install() {
  process.stdout.write('Installing what Stet is made of (once, about a minute) …\n');
  // `npm install`, not `npm ci`: some registries lack the other-platform siblings of optional packages. Without scripts:
  // better-sqlite3 brings its binary along, and an npm that reads a lock file would compile it all the same. Only the
  // packages that need their scripts run them: Node's own, to fetch the one for this machine, and esbuild's.
  npm('install', '--ignore-scripts');
  npm('rebuild', ...WITH_SCRIPTS);
  // npm may have rewritten the lock file's optional parts: what counts is what is there now.
  writeFileSync(
    stamp,
    createHash('sha256')
      .update(readFileSync(`${root}package-lock.json`))
      .digest('hex'),
  );
}

function npm(...words) {
  // npm_execpath is the npm that runs us, so no other npm needs to be found.
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const done = spawnSync(command, [...first, ...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (done.status === 0) return;
  process.stderr.write(
    'stet: the installation failed; the message above says why. Run the same command to try again.\n',
  );
  process.exit(done.status ?? 1);
}
