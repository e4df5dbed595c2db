import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

const LINGER_MS = 1000;

/**
 * An answer to somebody still sending. Closing at once would reset the connection, and the browser would show that instead of
 * the answer: the answer is said, then what comes is heard and dropped for a moment, whoever sends it, before the door closes.
 */
export function lingering(request: IncomingMessage, body: Uint8Array): Readable {
  return Readable.from(sayAndWait(request, body));
}

async function* sayAndWait(request: IncomingMessage, body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
  request.resume();
  const waiting = new AbortController();
  const { signal } = waiting;
  const isOver = request.complete ? Promise.resolve() : once(request, 'end', { signal });
  await Promise.race([isOver, once(request, 'close', { signal }), pause(LINGER_MS, undefined, { signal })]).catch(
    () => {},
  );
  waiting.abort();
}
