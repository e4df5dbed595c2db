import { html } from 'hono/html';
import type { Problem } from '#domain/problem.ts';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout, formToken } from '../layout.ts';
import { mayDo } from '../may-do.ts';
import { dayAndTime } from '../moment.ts';
import { type Say, sayIn } from '../say.ts';
import { metadataFields } from './fields.ts';
import { type Shown, shownView } from './shown.ts';

export interface EditPage {
  readonly textId: string;
  readonly version: number;
  readonly form: { readonly metadata: Readonly<Record<string, string>>; readonly body: string; readonly extra: string };
  readonly linesAbove: number;
  /** The text as it will look; null when it was not asked for and there is no room on the way. */
  readonly shown: Shown | null;
  readonly problems: readonly Problem[];
  /** When it was last saved, and by whom. */
  readonly saved: { readonly at: string; readonly by: string | null } | null;
  /** Open questions of the draft as saved; null where nobody counted. */
  readonly questions: number | null;
  /** 0 for a text never published. */
  readonly baseNumber: number;
  readonly mistakes?: readonly Mistake[];
  /** Stands above the form: somebody else saved meanwhile. */
  readonly conflict?: Html;
}

/** The source in a plain editor, the fields of the front matter above it, the page it makes beside it. */
export function editView(visit: Visit, view: EditPage): Html {
  const say = sayIn(visit.language);
  const title = view.form.metadata.title || say('desk.untitled');
  return deskLayout(visit, {
    title,
    place: 'texts',
    heading: html`<h1>${title}</h1>`,
    body: html`${mistakeSummary(say, view.mistakes ?? [])}${view.conflict ?? ''}
<div class="editor">
<form method="post" action="/desk/texts/${view.textId}/edit" enctype="multipart/form-data" id="draft" data-editor data-preview="/desk/texts/${view.textId}/preview" data-unsaved="${say('desk.edit.unsaved')}" data-saving="${say('desk.edit.saving')}">
${formToken(visit)}<input type="hidden" name="version" value="${view.version}">${view.form.extra ? html`<input type="hidden" name="extra" value="${view.form.extra}">` : ''}
<button type="submit" name="act" value="save" class="hidden" tabindex="-1">${say('desk.edit.save')}</button>
${metadataFields(say, view.form.metadata, view.mistakes ?? [])}
${sourceField(say, view)}
<div class="bar-below"><div class="actions">
<button type="submit" name="act" value="save" class="main">${say('desk.edit.save')}</button>
<button type="submit" name="act" value="preview">${say('desk.edit.preview')}</button>
${mayDo(visit, 'text.publish') ? html`<button type="submit" name="act" value="publish">${say('desk.edit.publish')}</button>` : html`<button type="submit" name="act" value="propose">${say('desk.edit.propose')}</button>`}
<span class="saved" data-saved role="status">${savedText(say, visit, view)}</span>
</div></div>
</form>
${shownView(say, view)}
</div>
<p class="actions"><a class="button" href="/desk/texts/${view.textId}/proof">${view.questions === null ? say('desk.proof.link.none') : say('desk.proof.link', { count: view.questions })}</a>
<a href="/desk/texts/${view.textId}">${say('desk.edit.overview')}</a></p>`,
  });
}

function sourceField(say: Say, { form }: EditPage): Html {
  return html`<div class="field"><label for="field-body">${say('desk.edit.body')}</label>
<p class="hint" id="field-body-hint">${say('desk.edit.body.hint')}</p>
<div class="source" data-source><textarea id="field-body" name="body" rows="28" spellcheck="true" aria-describedby="field-body-hint"${form.metadata.language ? html` lang="${form.metadata.language}"` : ''} dir="auto">
${form.body}</textarea></div></div>
${syntaxHelp(say)}`;
}

const SYNTAX = ['heading', 'quotation', 'note', 'break', 'verse', 'emphasis', 'lead-in', 'page'] as const;

function syntaxHelp(say: Say): Html {
  return html`<details><summary>${say('desk.syntax')}</summary><dl class="facts">${SYNTAX.map(
    (each) => html`<dt><code>${say(`desk.syntax.${each}.written`)}</code></dt><dd>${say(`desk.syntax.${each}`)}</dd>`,
  )}</dl></details>`;
}

function savedText(say: Say, visit: Visit, { saved, baseNumber }: EditPage): string {
  if (!saved) return baseNumber === 0 ? say('desk.edit.new') : '';
  const at = dayAndTime(saved.at, visit.language);
  return saved.by ? say('desk.edit.saved-by', { at, by: saved.by }) : say('desk.edit.saved', { at });
}
