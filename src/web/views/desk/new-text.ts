import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { sayIn } from './say.ts';

export const READ_FORMATS = ['auto', 'text', 'markdown'] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

export interface NewText {
  readonly pasted?: string;
  readonly format?: ReadFormat;
  readonly mistakes?: readonly Mistake[];
}

/** Paste, send a file, or begin with nothing. */
export function newTextView(visit: Visit, { pasted = '', format = 'auto', mistakes = [] }: NewText): Html {
  const say = sayIn(visit.language);
  const file = mistakes.some((mistake) => mistake.field === 'file');
  return deskLayout(visit, {
    title: say('desk.new'),
    place: 'new',
    body: html`<p class="lead">${say('desk.new.lead')}</p>
${mistakeSummary(say, mistakes)}
<form method="post" action="/desk/new" enctype="multipart/form-data" class="panel">
${formToken(visit)}
${textField(say, { name: 'pasted', label: say('desk.new.paste'), hint: say('desk.new.paste.hint'), value: pasted, lines: 18 }, mistakes)}
<div class="pair">
<div class="field${file ? ' mistaken' : ''}"><label for="field-file">${say('desk.new.file')}</label>
<p class="hint" id="field-file-hint">${say('desk.new.file.hint', { limit: mebibytes(visit) })}</p>
<input type="file" id="field-file" name="file" accept=".txt,.md,.markdown,.text,text/plain,text/markdown" aria-describedby="field-file-hint">
</div>
<div class="field"><label for="field-format">${say('desk.new.format')}</label>
<select id="field-format" name="format">${READ_FORMATS.map(
      (each) =>
        html`<option value="${each}"${each === format ? html` selected` : ''}>${say(`desk.new.format.${each}`)}</option>`,
    )}</select></div>
</div>
<div class="actions"><button type="submit" class="main">${say('desk.new.read')}</button></div>
</form>
<form method="post" action="/desk/new/empty" class="actions">${formToken(visit)}<button type="submit">${say('desk.new.empty')}</button>
<span class="quiet">${say('desk.new.empty.hint')}</span></form>`,
  });
}

function mebibytes(visit: Visit): number {
  return Math.floor(visit.context.settings.uploadLimitBytes / 1_048_576);
}
