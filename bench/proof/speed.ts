import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { proofInCodePoints } from '#proof/code-points.ts';
import { readLabelled } from './labelled-text.ts';

/** Words a second on one core, against Hunspell on the same text in the same run where it is installed. */
export function measureSpeed(): void {
  const texts = readLabelled('injected_en');
  if (texts === null) return;
  const text = texts.map((each) => each.text).join('\n\n');
  const words = text.split(/\s+/).length;
  for (let warm = 0; warm < 2; warm++) for (const each of texts) proofInCodePoints({ text: each.text, language: 'en' });
  const ours = seconds(() => {
    for (const each of texts) proofInCodePoints({ text: each.text, language: 'en' });
  });
  console.log(`speed: ${Math.round(words / ours)} words/s, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  try {
    const file = join(folder, 'text.txt');
    writeFileSync(file, text);
    for (const [name, args] of [
      ['listing misspellings', ['-d', 'en_GB,en_US', '-i', 'utf-8', '-l', file]],
      ['with suggestions', ['-d', 'en_GB,en_US', '-i', 'utf-8', '-a', file]],
    ] as const) {
      const theirs = seconds(() => spawnSync('hunspell', args, { maxBuffer: 1e9 }));
      const there = spawnSync('hunspell', ['-v']).status === 0;
      if (there)
        console.log(
          `  hunspell ${name}: ${Math.round(words / theirs)} words/s; ours is ${(theirs / ours).toFixed(1)} times that`,
        );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
