import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { WorkFailure } from './failure.ts';
import { createWorkers, type Workers } from './pool.ts';

const thread = new URL('./pool-test-thread.ts', import.meta.url);
const workers = createWorkers({ size: 1, heapMegabytes: 32, thread });
after(() => workers.close());

const ask = (pool: Workers, source: string, timeoutSeconds = 20) =>
  pool.run('preview', { source, language: 'en' }, { timeoutSeconds });
const failsAs = (code: string) => (error: unknown) => error instanceof WorkFailure && error.code === code;

test('a task is answered, and tasks beyond the threads wait their turn', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((source) => ask(workers, source)));
  assert.deepEqual(answers, [
    { source: 'a', bytes: undefined },
    { source: 'b', bytes: undefined },
    { source: 'c', bytes: undefined },
  ]);
});

test('bytes go over whole and stay with the caller', async () => {
  const bytes = Buffer.from('of a pooled buffer');
  const argument = { source: 'bytes', bytes, format: 'text' } as const;
  const answer: unknown = await workers.run('read', argument);
  assert.deepEqual(answer, { source: 'bytes', bytes: 18 });
  assert.equal(bytes.toString(), 'of a pooled buffer');
});

for (const [source, code] of [
  ['loop', 'too-long'],
  ['fill', 'too-big'],
  ['exit', 'failed'],
  ['throw', 'failed'],
  ['fail', 'failed'],
] as const) {
  test(`a task that should ${source} fails alone, and the next one is done`, async () => {
    const seconds = source === 'loop' ? 0.3 : 20;
    const failing = assert.rejects(ask(workers, source, seconds), failsAs(code));
    const next = ask(workers, 'next');
    await failing;
    assert.deepEqual(await next, { source: 'next', bytes: undefined });
  });
}

test('a closed pool refuses what waits and what comes', async () => {
  const closing = createWorkers({ size: 1, thread });
  const running = assert.rejects(ask(closing, 'loop'), failsAs('closed'));
  const waiting = assert.rejects(ask(closing, 'waits'), failsAs('closed'));
  await closing.close();
  await Promise.all([running, waiting]);
  await assert.rejects(ask(closing, 'late'), failsAs('closed'));
});

test('a program with nothing else to do still lives to see its threads end', async () => {
  const script = `
    const { createWorkers } = await import(${JSON.stringify(new URL('./pool.ts', import.meta.url).href)});
    const workers = createWorkers({ thread: new URL(${JSON.stringify(thread.href)}) });
    const jobs = Array.from({ length: 40 }, () => workers.run('preview', { source: 'a', language: 'en' }).catch(() => {}));
    await jobs[0];
    for (const until = Date.now() + 200; Date.now() < until; ); // answers wait unread when the end comes
    await workers.close();
    console.log('closed');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  assert.equal(stdout, 'closed\n');
});
