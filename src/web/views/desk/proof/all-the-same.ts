import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** Says what proofing is certain of and nobody answered, and asks for a tick before it goes on. */
export function allTheSame(
  say: Say,
  { textId, certain, label }: { readonly textId: string; readonly certain: number; readonly label: string },
): Html | '' {
  if (certain === 0) return '';
  return html`<div class="warned"><p>${say('desk.publish.certain', { count: certain })} <a href="/desk/texts/${textId}/proof">${say('desk.publish.certain.look')}</a></p>
<p><label class="tick"><input id="field-all-the-same" type="checkbox" name="all-the-same" value="yes"> ${label}</label></p></div>`;
}
