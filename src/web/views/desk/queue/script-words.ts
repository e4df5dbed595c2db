import type { Say } from '../say.ts';

/** What the script says; `{name}` and `{count}` are put in by it. */
const ALWAYS = ['undo', 'undone', 'not-undone', 'failed', 'unsent', 'signed-out'] as const;
const OF_CONTRIBUTIONS = [
  'ticked',
  'validate',
  'reply',
  'refuse',
  'spam',
  'many',
  'so-far',
  'too-late',
  'stale',
  'lease',
] as const;
const OF_MISPRINTS = {
  accept: 'accepted',
  'by-hand': 'by-hand',
  refuse: 'refuse',
  'too-late': 'kept',
  stale: 'gone',
} as const;

type Said = (typeof ALWAYS | typeof OF_CONTRIBUTIONS)[number] | (typeof OF_MISPRINTS)[keyof typeof OF_MISPRINTS];

/** In the reader's language, for one attribute: the script has no words of its own. */
export const scriptWords = (say: Say): string => words(say, [...ALWAYS, ...OF_CONTRIBUTIONS].map(asItself));

export const misprintWords = (say: Say): string =>
  words(say, [...ALWAYS.map(asItself), ...(Object.entries(OF_MISPRINTS) as [string, Said][])]);

const asItself = (one: Said): readonly [string, Said] => [one, one];

function words(say: Say, said: readonly (readonly [string, Said])[]): string {
  const values = { name: '{name}', count: '{count}', percent: '{percent}' };
  return JSON.stringify(Object.fromEntries(said.map(([what, key]) => [what, say(`queue.script.${key}`, values)])));
}
