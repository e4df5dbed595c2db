// Runs the program under a Node that can carry it. Plain JavaScript that Node 18 already understands:
// it checks the version before anything native is loaded (better-sqlite3 under an old Node is a crash, not an error).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const OLDEST_MAJOR = 24;
// Little room for what lives a moment: a server of ten thousand texts stays 40 MB smaller, and is no slower. As `npm start` has it.
const SPARING = ['--max-semi-space-size=4'];
const packagedNode = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);

if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) {
  keepCompiled();
  const { main } = await import('../src/main.ts');
  await main(process.argv.slice(2));
} else if (existsSync(packagedNode)) {
  runUnder(packagedNode);
} else {
  process.stderr.write(
    `stet: needs Node ${OLDEST_MAJOR} or newer and this is ${process.version}; its own Node is not installed yet.\n` +
      'Run `npm start` (or `npm install`) in the project folder once, then try again.\n',
  );
  process.exitCode = 69;
}

/** A third of a start is stripping types and compiling: kept beside the packages, where only who installs them writes. */
function keepCompiled() {
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
  // Also for a program that is killed rather than ended.
  setTimeout(() => module.flushCompileCache?.(), 5000).unref();
}

function runUnder(node) {
  const child = spawn(node, [...SPARING, ...process.argv.slice(1)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`stet: cannot start ${node}: ${error.message}\n`);
    process.exitCode = 69;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
