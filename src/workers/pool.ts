// Reading, preparing and comparing run on threads of their own, so that no text, however long, holds up a reader.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WorkFailure, type WorkFailureCode } from './failure.ts';
import type { TaskName, Tasks } from './tasks.ts';

export interface Workers {
  run<K extends TaskName>(task: K, argument: Tasks[K]['argument'], options?: RunOptions): Promise<Tasks[K]['result']>;
  /** Threads that may run at once: how many tasks are worth asking for at a time. */
  readonly size: number;
  close(): Promise<void>;
}

export interface RunOptions {
  /** From the moment a thread takes the task up. */
  readonly timeoutSeconds?: number;
}

export interface WorkersOptions {
  readonly size?: number;
  readonly heapMegabytes?: number;
  /** The module a thread runs; another one only in tests. */
  readonly thread?: URL;
}

const LARGEST_SIZE = 8;
const YOUNG_MEGABYTES = 24;
const HEAP_MEGABYTES = 448;
const TIMEOUT_SECONDS = 60;
const THREAD = new URL('./thread.ts', import.meta.url);

/** Threads start when there is work for them. One that overruns its time or its heap is killed and replaced; its task alone fails. */
export function createWorkers(options: WorkersOptions = {}): Workers {
  // Two at least: a long reading must not keep every preview waiting.
  const size = options.size ?? Math.max(2, Math.min(availableParallelism(), LARGEST_SIZE));
  const pool: Pool = { options, size, threads: new Set(), waiting: [], closed: false };
  return {
    size,
    run: (task, argument, { timeoutSeconds = TIMEOUT_SECONDS } = {}) =>
      new Promise((resolve, reject) => {
        pool.waiting.push({ task, argument, timeoutSeconds, resolve: resolve as Job['resolve'], reject });
        assignWork(pool);
      }),
    close: () => closePool(pool),
  };
}

interface Pool {
  readonly options: WorkersOptions;
  readonly size: number;
  readonly threads: Set<Thread>;
  readonly waiting: Job[];
  closed: boolean;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

interface Job {
  readonly task: TaskName;
  readonly argument: object;
  readonly timeoutSeconds: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (failure: WorkFailure) => void;
}

/** What a thread answers. */
export type Answer = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly message: string };

function assignWork(pool: Pool): void {
  if (pool.closed) {
    for (const job of pool.waiting.splice(0)) job.reject(new WorkFailure('closed', job.task));
    return;
  }
  while (pool.waiting.length > 0) {
    const thread = [...pool.threads].find((one) => one.job === null) ?? startThread(pool);
    if (!thread) return;
    giveJob(pool, thread, pool.waiting.shift()!);
  }
}

function startThread(pool: Pool): Thread | null {
  if (pool.threads.size >= pool.size) return null;
  const worker = new Worker(pool.options.thread ?? THREAD, {
    resourceLimits: {
      maxOldGenerationSizeMb: pool.options.heapMegabytes ?? HEAP_MEGABYTES,
      // Room for what lives a moment: more of it is memory that an idle thread never gives back.
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  const thread: Thread = { worker, job: null, timer: null };
  pool.threads.add(thread);
  worker.unref(); // an idle thread keeps no program alive
  worker.on('message', (answer: Answer) => {
    finishJob(thread, answer);
    assignWork(pool);
  });
  worker.on('error', (error) => replaceThread(pool, thread, codeOf(error), error));
  worker.on('exit', () => replaceThread(pool, thread, pool.closed ? 'closed' : 'failed'));
  return thread;
}

function giveJob(pool: Pool, thread: Thread, job: Job): void {
  thread.job = job;
  thread.worker.ref();
  thread.timer = setTimeout(() => {
    replaceThread(pool, thread, 'too-long');
    void thread.worker.terminate();
  }, job.timeoutSeconds * 1000);
  const { argument, transfer } = parcel(job.argument);
  thread.worker.postMessage({ task: job.task, argument }, transfer);
}

/** Bytes go over in a buffer of their own: the caller keeps his, and no 8 KB pool of Node's is copied along. */
function parcel(argument: object): { readonly argument: object; readonly transfer: readonly ArrayBuffer[] } {
  if (!('bytes' in argument) || !(argument.bytes instanceof Uint8Array)) return { argument, transfer: [] };
  const bytes = new Uint8Array(argument.bytes);
  return { argument: { ...argument, bytes }, transfer: [bytes.buffer] };
}

function finishJob(thread: Thread, answer: Answer): void {
  const job = takeJob(thread);
  if (!job) return;
  if (answer.ok) job.resolve(answer.result);
  else job.reject(new WorkFailure('failed', job.task, answer.message));
}

/** The thread is lost; the next task starts another. */
function replaceThread(pool: Pool, thread: Thread, code: WorkFailureCode, cause?: unknown): void {
  pool.threads.delete(thread);
  const job = takeJob(thread);
  job?.reject(new WorkFailure(code, job.task, cause));
  assignWork(pool);
}

function takeJob(thread: Thread): Job | null {
  const { job } = thread;
  thread.job = null;
  if (thread.timer) clearTimeout(thread.timer);
  thread.worker.unref();
  return job;
}

function codeOf(error: unknown): WorkFailureCode {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-big' : 'failed';
}

async function closePool(pool: Pool): Promise<void> {
  pool.closed = true;
  const threads = [...pool.threads];
  assignWork(pool);
  // Idle threads keep no program alive, not even one that waits for their end.
  const staying = setInterval(() => {}, 1000);
  await Promise.all(threads.map((thread) => thread.worker.terminate()));
  clearInterval(staying);
}
