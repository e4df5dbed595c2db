import { html } from 'hono/html';
import type { Problem } from '#domain/problem.ts';
import type { Mistake } from '#domain/result.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { leafView, type Shown } from './edit/shown.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { problemList } from './problems.ts';
import { allTheSame } from './proof/all-the-same.ts';
import { sayIn } from './say.ts';

export interface Publish {
  readonly text: DeskText;
  readonly version: number;
  readonly problems: readonly Problem[];
  /** The text as it would stand, for a first publication. */
  readonly shown: Shown | null;
  /** What changes from the current revision; null for a first publication. */
  readonly changes: Html | null;
  readonly typed: { readonly slug: string; readonly reason: string };
  /** Unanswered findings that proofing is certain of. */
  readonly certain: number;
  readonly mistakes?: readonly Mistake[];
}

/** The last look: what becomes public, under which address, and why. */
export function publishView(
  visit: Visit,
  { text, version, problems, shown, changes, typed, certain, mistakes = [] }: Publish,
): Html {
  const say = sayIn(visit.language);
  const at = `/desk/texts/${text.textId}`;
  const isFirst = text.number === 0;
  return deskLayout(visit, {
    title: say('desk.publish', { title: text.title ?? say('desk.untitled') }),
    place: 'texts',
    body: html`<p class="lead">${isFirst ? say('desk.publish.first') : say('desk.publish.next', { number: String(text.number + 1) })}</p>
${mistakeSummary(say, mistakes)}
<form method="post" action="${at}/publish" class="panel">${formToken(visit)}<input type="hidden" name="version" value="${version}">
${isFirst ? textField(say, { name: 'slug', label: say('desk.publish.slug'), hint: say('desk.publish.slug.hint', { url: visit.context.settings.publicUrl }), value: typed.slug, autocomplete: 'off' }, mistakes) : ''}
${isFirst ? '' : textField(say, { name: 'reason', label: say('desk.publish.reason'), hint: say('desk.publish.reason.hint'), value: typed.reason, lines: 2 }, mistakes)}
${allTheSame(say, { textId: text.textId, certain, label: say('desk.publish.all-the-same') })}
<div class="actions"><button type="submit" class="main">${say('desk.publish.do')}</button><a class="button" href="${at}${text.draft?.stage === 'draft' ? '/edit' : ''}">${say('desk.publish.edit')}</a></div></form>
${problems.length > 0 ? html`<div class="warned"><h2>${say('desk.problems', { count: problems.length })}</h2><p>${say('desk.publish.problems')}</p>${problemList(say, problems, () => null)}</div>` : ''}
${shown ? leafView(say, shown, { title: text.title ?? '', authors: text.authors.join('\n') }) : ''}
${changes ? html`<section aria-labelledby="changes"><h2 id="changes">${say('desk.publish.changes')}</h2>${changes}</section>` : ''}`,
  });
}
