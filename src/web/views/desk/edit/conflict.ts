import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout, formToken } from '../layout.ts';
import { dayAndTime } from '../moment.ts';
import { sayIn } from '../say.ts';

export interface Theirs {
  readonly source: string;
  readonly by: string | null;
  readonly at: string;
}

/** Above the form of the second to save: what the first made of it. The form itself keeps what the second typed. */
export function conflictView(visit: Visit, textId: string, theirs: Theirs, difference: Html | null): Html {
  const say = sayIn(visit.language);
  const by = theirs.by ?? say('desk.conflict.someone');
  return html`<section class="conflict summary mistaken" role="alert" tabindex="-1" autofocus aria-labelledby="conflict"><h2 id="conflict">${say('desk.conflict')}</h2>
<p>${say('desk.conflict.lead', { by, at: dayAndTime(theirs.at, visit.language) })}</p>
${difference ? html`<h3>${say('desk.conflict.difference')}</h3><div class="comparison" role="region" tabindex="0" aria-label="${say('desk.conflict.difference')}">${difference}</div>` : ''}
<details><summary>${say('desk.conflict.theirs')}</summary><label for="theirs" class="hidden">${say('desk.conflict.theirs')}</label><textarea id="theirs" rows="12" readonly>
${theirs.source}</textarea></details>
<p><a href="/desk/texts/${textId}/edit">${say('desk.conflict.take')}</a></p></section>`;
}

/** The draft is no more: what was typed is kept, with a way to go on. */
export function draftGoneView(
  visit: Visit,
  { textId, number, source }: { readonly textId: string; readonly number: number; readonly source: string },
): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.gone'),
    place: 'texts',
    body: html`<p class="warned" role="alert">${say(number > 0 ? 'desk.gone.published' : 'desk.gone.deleted')}</p>
<form method="post" action="/desk/texts/${textId}/again" enctype="multipart/form-data" class="panel">${formToken(visit)}
<div class="field"><label for="field-source">${say('desk.gone.typed')}</label><textarea id="field-source" name="source" rows="24" class="fixed">
${source}</textarea></div>
<div class="actions"><button type="submit" class="main">${say(number > 0 ? 'desk.gone.begin-revision' : 'desk.gone.begin-text')}</button></div></form>`,
  });
}
