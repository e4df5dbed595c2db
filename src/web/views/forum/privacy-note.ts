import { html } from 'hono/html';
import type { Html } from '../../http/answer.ts';
import type { Say } from './said.ts';

/** What becomes of what one sends: the sentence with the page's name as a link in it. */
export function privacyNote(say: Say): Html {
  const [before = '', after = ''] = say('forum.kept', { privacy: '\u0000' }).split('\u0000');
  return html`<p class="facts">${before}<a href="/privacy">${say('forum.kept.privacy')}</a>${after}</p>`;
}
