// `npm run bench` lists the benchmarks; `npm run bench -- NAME [OPTIONS]` runs one, on a machine that does nothing else.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Benchmark {
  run?(): Promise<void>;
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = globSync('*.ts', { cwd: folder })
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'run' && !name.includes('.'))
  .sort();
const [asked, ...options] = process.argv.slice(2);

if (asked === undefined) {
  for (const name of names) process.stdout.write(`${name.padEnd(15)}${purposeOf(name)}\n`);
} else if (names.includes(asked)) {
  // A benchmark sees its options as if it had been started by itself.
  process.argv.splice(1, process.argv.length - 1, `${folder}${asked}.ts`, ...options);
  const benchmark = (await import(`./${asked}.ts`)) as Benchmark;
  await benchmark.run?.();
} else {
  process.stderr.write(`no benchmark is called ${asked}: ${names.join(', ')}\n`);
  process.exitCode = 64;
}

/** The first line of a benchmark's file says what it measures. */
function purposeOf(name: string): string {
  const [first = ''] = readFileSync(`${folder}${name}.ts`, 'utf8').split('\n', 1);
  return first.replace(/^\/\/\s*/, '');
}
