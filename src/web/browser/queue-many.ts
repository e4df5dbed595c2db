// A decision on very many goes on by itself; the page says how far it is until all is decided.
import type { Answered } from './queue-unsent.ts';

const EVERY_MS = 1000;

type Decided = Extract<Answered, { readonly kind: 'decided' }>;

/** Gives the state in which all of it is decided; null when it was undone meanwhile. */
export async function followMany(sent: Decided, tell: (now: Decided) => void): Promise<Decided | null> {
  let now: Decided | null = sent;
  while (now?.isUnderWay) {
    tell(now);
    await new Promise((wait) => setTimeout(wait, EVERY_MS));
    now = await howFar(now);
  }
  if (now) tell(now);
  return now;
}

async function howFar(before: Decided): Promise<Decided | null> {
  try {
    const answer = await fetch(`/desk/queue/batch/${before.batch}`, { headers: { accept: 'application/json' } });
    if (answer.status === 404) return null;
    return answer.ok ? await answer.json() : before;
  } catch {
    return before;
  }
}
