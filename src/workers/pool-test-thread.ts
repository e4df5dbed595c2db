// A thread for the pool's tests: it does what the words of its argument say.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ argument }: { argument: { source: string; bytes?: Uint8Array } }) => {
  if (argument.source === 'loop') for (;;);
  if (argument.source === 'fill') fillMemory();
  if (argument.source === 'exit') process.exit(1);
  if (argument.source === 'throw') throw new Error('thrown');
  if (argument.source === 'fail') parentPort?.postMessage({ ok: false, message: 'failed as asked' });
  else parentPort?.postMessage({ ok: true, result: { source: argument.source, bytes: argument.bytes?.byteLength } });
});

function fillMemory(): void {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${index} ${kept.length}`));
}
