import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets so many in at a time, and everybody else on the loop have their turn before each: readers are served between writers. */
export function turnstile(width: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;

  function leave() {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  }

  return async (act) => {
    if (inside >= width) await new Promise<void>((enter) => waiting.push(enter));
    else inside += 1;
    try {
      await nextTurn();
      return await act();
    } finally {
      leave();
    }
  };
}
