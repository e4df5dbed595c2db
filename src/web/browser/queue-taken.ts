// What a decision took from the page, and how many it is counted as: of many the rest may come to the page only afterwards.
import type { QueuePlaces } from './queue-places.ts';

export interface Taken {
  /** How many were decided in all, on this page and on others. */
  counts(decided: number): void;
  /** Some, or all of it. */
  back(some?: readonly string[]): void;
}

/** `more` says which came to the page since: one that was asked for before the decision reached the server brings them. */
export function takeFrom(places: QueuePlaces, ids: readonly string[], more: (() => readonly string[]) | null): Taken {
  const putBack = [places.take(ids)];
  const undoing = new AbortController();
  if (more)
    places.root.addEventListener('fetched', () => putBack.push(places.take(more())), { signal: undoing.signal });
  let counted = ids.length;
  count(-counted);
  return {
    counts: (decided) => {
      count(counted - decided);
      counted = decided;
    },
    back: (some) => {
      undoing.abort();
      for (const put of putBack.toReversed()) put(some);
      count(some?.length ?? counted);
    },
  };
}

/** The number that waits: in the tab at hand, and in the bar, which counts what is not likely spam. */
function count(by: number): void {
  const tab = document.querySelector<HTMLElement>('.queue-tabs [aria-current] [data-count]');
  const bar = document.querySelector<HTMLElement>('.bar nav [data-count]');
  for (const shown of [tab, tab?.dataset.count === 'spam' ? null : bar]) {
    const now = Number(shown?.textContent);
    if (shown && Number.isFinite(now)) shown.textContent = String(Math.max(0, now + by));
  }
}
