import { html, raw } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Remark } from '#operations/reads/editor-remarks.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { textField } from '../field.ts';
import { formToken } from '../layout.ts';
import { dayAndTime } from '../moment.ts';
import type { Say } from '../say.ts';

export interface Remarks {
  readonly textId: string;
  readonly remarks: readonly Remark[];
  readonly typed?: string;
  readonly mistakes?: readonly Mistake[];
}

/** What editors say among themselves about a text that is not published yet. Readers never see it. */
export function remarksSection(visit: Visit, say: Say, { textId, remarks, typed = '', mistakes = [] }: Remarks): Html {
  return html`<section class="panel remarks" aria-labelledby="remarks"><h2 id="remarks">${say('desk.remarks')}</h2>
<p class="hint">${say('desk.remarks.hint')}</p>
${remarks.length === 0 ? '' : html`<ol>${remarks.map(({ name, html: words, at }) => html`<li><p><strong>${name}</strong> <span class="quiet number">${dayAndTime(at, visit.language)}</span></p><div class="leaf contribution">${raw(words)}</div></li>`)}</ol>`}
<form method="post" action="/desk/texts/${textId}/remarks">${formToken(visit)}
${textField(say, { name: 'body', label: say('desk.remarks.label'), lines: 3, value: typed }, mistakes)}
<button type="submit">${say('desk.remarks.do')}</button></form></section>`;
}
