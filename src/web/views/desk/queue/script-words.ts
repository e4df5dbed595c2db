import type { Say } from '../say.ts';

/** What the script says; `{name}` and `{count}` are put in by it. */
const SAID = [
  'validate',
  'reply',
  'refuse',
  'spam',
  'many',
  'so-far',
  'undo',
  'undone',
  'too-late',
  'not-undone',
  'stale',
  'failed',
  'unsent',
  'signed-out',
  'lease',
] as const;

/** In the reader's language, for one attribute: the script has no words of its own. */
export function scriptWords(say: Say): string {
  const said = SAID.map((one) => [
    one,
    say(`queue.script.${one}`, { name: '{name}', count: '{count}', percent: '{percent}' }),
  ]);
  return JSON.stringify(Object.fromEntries(said));
}
