import type { Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import type { Visit } from '#web/http/route.ts';

/** A reading that outlasts the patience of one request. It lives with the process that runs it: a restart ends it, and the page says so. */
export interface ReadingUnderWay {
  readonly key: string;
  readonly accountId: string;
  readonly fileName: string | null;
  readonly size: number;
  readonly begunAt: number;
  readonly result: Promise<Result<{ readonly textId: TextId }>>;
}

type Who = Pick<Visit, 'context' | 'session'>;

const KEPT_MINUTES = 30;
const byProcess = new WeakMap<object, Map<string, ReadingUnderWay>>();

export function beginReading(
  visit: Who,
  file: { readonly size: number; readonly fileName: string | null },
  result: ReadingUnderWay['result'],
): ReadingUnderWay {
  const key = Buffer.from(visit.context.random.bytes(12)).toString('base64url');
  const accountId = visit.session!.actor.id;
  const reading = { key, accountId, ...file, begunAt: visit.context.clock.now().getTime(), result };
  const readings = readingsOf(visit);
  readings.set(key, reading);
  setTimeout(() => readings.delete(key), KEPT_MINUTES * 60_000).unref();
  result.catch(() => {}); // whoever asks for it gets the error; until then it is not unhandled
  return reading;
}

/** Only to who began it. */
export function findReading(visit: Who, key: string): ReadingUnderWay | undefined {
  const reading = readingsOf(visit).get(key);
  return reading?.accountId === visit.session?.actor.id ? reading : undefined;
}

export async function settledWithin(reading: ReadingUnderWay, seconds: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), seconds * 1000);
  const settled = reading.result.then(
    () => true,
    () => true,
  );
  const answer = await Promise.race([settled, promise]);
  clearTimeout(timer);
  return answer;
}

// The threads are one set a process: what they work on is kept beside them, not in a global.
function readingsOf(visit: Who): Map<string, ReadingUnderWay> {
  const known = byProcess.get(visit.context.workers) ?? new Map<string, ReadingUnderWay>();
  byProcess.set(visit.context.workers, known);
  return known;
}
