import { html } from 'hono/html';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout } from './layout.ts';
import { sayIn } from './say.ts';

export function comparePageView(visit: Visit, text: DeskText, changes: Html): Html {
  const say = sayIn(visit.language);
  const from = say('desk.text.revision', { number: String(text.number) });
  return deskLayout(visit, {
    title: text.title ?? say('desk.untitled'),
    place: 'texts',
    body: html`<p class="lead">${say('desk.compare', { from, to: say('desk.text.compare.draft') })}</p>
<div class="comparison">${changes}</div>
<p class="actions"><a class="button" href="/desk/texts/${text.textId}">${say('desk.compare.back')}</a></p>`,
  });
}
