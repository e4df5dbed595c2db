import type { Answer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { readingGoneView, waitingView } from '#web/views/desk/waiting.ts';
import { afterReading } from './new-text.ts';
import { findReading, settledWithin } from './readings-under-way.ts';

const REFRESH_SECONDS = 1;

/** Says how far a long reading is, and moves on by itself: the header works without script. */
export async function readingWaitPage(visit: Visit): Promise<Answer> {
  const reading = findReading(visit, visit.params.key!);
  if (!reading) return { kind: 'html', status: 404, html: readingGoneView(visit) };
  if (await settledWithin(reading, 0.2)) return afterReading(visit, reading, { pasted: '', format: 'auto' });
  const seconds = Math.max(0, Math.round((visit.context.clock.now().getTime() - reading.begunAt) / 1000));
  return {
    kind: 'html',
    html: waitingView(visit, { fileName: reading.fileName, size: reading.size, seconds }),
    headers: { refresh: String(REFRESH_SECONDS) },
  };
}
