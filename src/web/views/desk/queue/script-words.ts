import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** What the script says, in the reader's language: it has no words of its own. `{name}` and `{count}` are put in by it. */
const SAID = [
  'validate',
  'reply',
  'refuse',
  'spam',
  'many',
  'undo',
  'undone',
  'too-late',
  'stale',
  'failed',
  'unsent',
  'signed-out',
  'lease',
] as const;

export function scriptWords(say: Say): Html {
  return html`${SAID.map((one) => html` data-say-${one}="${say(`queue.script.${one}`, { name: '{name}', count: '{count}' })}"`)}`;
}
