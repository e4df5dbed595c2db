// Work the program does by itself, each piece on its own clock. Nothing here knows whether another process does it too: claims lie in the database.
import { Refusal } from '#domain/refusal.ts';
import type { Context } from '#operations/context.ts';

export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(context: Context): Promise<unknown>;
}

export interface Schedule {
  /** Begins nothing more and waits for what runs. */
  stop(): Promise<void>;
}

export function startSchedule(context: Context, jobs: readonly Job[]): Schedule {
  const running = new Map<string, Promise<void>>();
  const timers = jobs.map((job) => {
    const timer = setInterval(() => {
      if (running.has(job.name)) return;
      running.set(
        job.name,
        runOnce(context, job).finally(() => running.delete(job.name)),
      );
    }, job.everySeconds * 1000);
    timer.unref();
    return timer;
  });
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}

/** What fails today is tried again at its next turn. */
async function runOnce(context: Context, { name, run }: Job): Promise<void> {
  if (context.store.frozen()) return;
  try {
    await run(context);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'read-only') return;
    context.log.error({ err: error, job: name }, 'a job failed');
  }
}
