// What runs inside a thread: takes one task at a time, answers with its result or with what went wrong.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Answer } from './pool.ts';
import type { TaskName, Tasks } from './tasks.ts';

const NICENESS = 5;

// Linux counts niceness by thread: readers are served before texts are prepared. Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(NICENESS);

parentPort?.on('message', async ({ task, argument }: { task: TaskName; argument: never }) => {
  parentPort?.postMessage(await answerOf(task, argument));
});

async function answerOf(task: TaskName, argument: never): Promise<Answer> {
  try {
    const perform = await loadTask(task);
    return { ok: true, result: perform(argument) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

type Perform = (argument: never) => Tasks[TaskName]['result'];

/** A thread loads what its tasks need, when they need it: a preview does not wait for the reader's rules. */
async function loadTask(task: TaskName): Promise<Perform> {
  switch (task) {
    case 'read':
      return (await import('#formats/read.ts')).readBytes;
    case 'readAndPack':
      return (await import('./read-and-pack.ts')).readAndPack;
    case 'prepare':
      return (await import('./prepare.ts')).prepare;
    case 'readAndPrepare':
      return (await import('./read-and-prepare.ts')).readAndPrepare;
    case 'preview':
      return (await import('./preview.ts')).preview;
    case 'compare':
      return (await import('./compare.ts')).compare;
    case 'locate':
      return (await import('./locate.ts')).locate;
    case 'proof':
      return (await import('./proof.ts')).proofDraft;
    case 'vocabulary':
      return (await import('./vocabulary.ts')).listVocabulary;
  }
}
