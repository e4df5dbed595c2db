import { type Mistake, mistaken, type Result } from '#domain/result.ts';
import { WorkFailure } from '#workers/failure.ts';
import type { TaskName, Tasks } from '#workers/tasks.ts';
import type { Context } from './context.ts';

/** What a thread makes of a text; a text that overran its time or its memory is the person's to shorten, not a bug. */
export async function work<K extends TaskName>(
  context: Context,
  task: K,
  argument: Tasks[K]['argument'],
): Promise<Result<Tasks[K]['result']>> {
  try {
    return { ok: true, value: await context.workers.run(task, argument) };
  } catch (error) {
    if (!(error instanceof WorkFailure) || (error.code !== 'too-long' && error.code !== 'too-big')) throw error;
    context.log.warn({ err: error }, 'a text was too much for its thread');
    return mistaken(null, TOO_MUCH[error.code]);
  }
}

const TOO_MUCH: Readonly<Record<'too-long' | 'too-big', Mistake['key']>> = {
  'too-long': 'mistake.text-takes-too-long',
  'too-big': 'mistake.text-too-big',
};
