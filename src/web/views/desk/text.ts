import { html } from 'hono/html';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { type TextForum, textForumView } from './forum/text-forum.ts';
import { deskLayout, formToken } from './layout.ts';
import { mayDo } from './may-do.ts';
import { dayAndTime } from './moment.ts';
import { type Say, sayIn } from './say.ts';

/** The state of one text, what can be done with it, and its history. */
export function textView(visit: Visit, text: DeskText, forum: TextForum): Html {
  const say = sayIn(visit.language);
  const title = text.title ?? say('desk.untitled');
  return deskLayout(visit, {
    title,
    place: 'texts',
    heading: html`<h1>${title}</h1><p class="lead">${text.authors.join(', ')}</p>`,
    body: html`<section class="panel" aria-label="${say('desk.texts.state')}">${facts(visit, say, text)}
${draftActions(visit, say, text)}${publishedActions(visit, say, text)}</section>
${text.revisions.length > 0 ? history(visit, say, text) : ''}${textForumView(visit, say, text.textId, forum)}`,
  });
}

function facts(visit: Visit, say: Say, { draft, slug, number, withdrawal, firstPublishedAt, upload }: DeskText): Html {
  const state = withdrawal
    ? 'withdrawn'
    : number > 0
      ? 'published'
      : draft?.stage === 'proposed'
        ? 'proposed'
        : 'draft';
  return html`<dl class="facts">
<dt>${say('desk.texts.state')}</dt><dd><span class="state ${state}">${say(`desk.state.${state}`)}</span> ${number > 0 ? say('desk.texts.revision', { number }) : ''}</dd>
${withdrawal ? html`<dt>${say('desk.state.withdrawn')}</dt><dd>${say('desk.text.withdrawn', { at: dayAndTime(withdrawal.at, visit.language), ground: say(`desk.ground.${withdrawal.ground}`), reason: withdrawal.reason })}</dd>` : ''}
${slug ? html`<dt>${say('desk.text.address')}</dt><dd><a href="/${slug}">/${slug}</a></dd>` : ''}
${firstPublishedAt ? html`<dt>${say('desk.text.first-published')}</dt><dd>${dayAndTime(firstPublishedAt, visit.language)}</dd>` : ''}
${draft ? html`<dt>${say('desk.text.draft')}</dt><dd>${draft.stage === 'proposed' ? html`<span class="state proposed">${say('desk.state.proposed')}</span> ` : ''}${savedText(visit, say, draft)}</dd>` : ''}
${upload ? html`<dt>${say('desk.text.file')}</dt><dd>${upload.fileName ?? say('desk.waiting.pasted')}</dd>` : ''}
</dl>`;
}

export function savedText(
  visit: Visit,
  say: Say,
  draft: { readonly updatedAt: string; readonly updatedBy: string | null },
): string {
  const at = dayAndTime(draft.updatedAt, visit.language);
  return draft.updatedBy
    ? say('desk.text.draft.saved-by', { at, by: draft.updatedBy })
    : say('desk.text.draft.saved', { at });
}

function draftActions(visit: Visit, say: Say, { textId, draft, number, withdrawal }: DeskText): Html {
  if (!draft) return html``;
  const at = `/desk/texts/${textId}`;
  const version = html`<input type="hidden" name="version" value="${draft.version}">`;
  const press = (action: string, label: string) =>
    html`<form method="post" action="${at}/${action}">${formToken(visit)}${version}<button type="submit">${label}</button></form>`;
  const note = draft.stage === 'proposed' ? html`<p class="quiet">${say('desk.edit.proposed')}</p>` : '';
  return html`${note}<div class="actions">
${draft.stage === 'reading' ? html`<a class="button main" href="${at}/reading">${say('desk.text.confirm')}</a>` : ''}
${draft.stage === 'draft' ? html`<a class="button main" href="${at}/edit">${say(number > 0 ? 'desk.text.go-on' : 'desk.text.edit')}</a>${press('propose', say('desk.text.propose'))}` : ''}
${draft.stage === 'proposed' ? press('return', say('desk.text.return')) : ''}
${draft.stage !== 'reading' && !withdrawal && mayDo(visit, 'text.publish') ? html`<a class="button${draft.stage === 'proposed' ? ' main' : ''}" href="${at}/publish">${say('desk.text.publish')}</a>` : ''}
${draft.stage === 'reading' ? '' : html`<a class="button" href="${at}/proof">${say('desk.proof.link.none')}</a>`}
${number > 0 ? html`<a class="button" href="${at}/compare">${say('desk.publish.changes')}</a>` : ''}
<a class="button" href="${at}/delete">${say('desk.text.delete')}</a></div>`;
}

function publishedActions(visit: Visit, say: Say, { textId, draft, number, withdrawal, slug }: DeskText): Html {
  if (number === 0) return html``;
  const at = `/desk/texts/${textId}`;
  return html`<div class="actions">
${withdrawal ? '' : html`<a class="button" href="/${slug}">${say('desk.text.read')}</a>`}
${draft ? '' : html`<form method="post" action="${at}/revision">${formToken(visit)}<button type="submit" class="main">${say('desk.text.revise')}</button></form>`}
${mayDo(visit, 'text.rename') ? html`<a class="button" href="${at}/rename">${say('desk.text.rename')}</a>` : ''}
${mayDo(visit, 'text.withdraw') ? html`<a class="button" href="${at}/${withdrawal ? 'restore' : 'withdraw'}">${say(withdrawal ? 'desk.text.restore' : 'desk.text.withdraw')}</a>` : ''}</div>`;
}

function history(visit: Visit, say: Say, text: DeskText): Html {
  const shown = text.withdrawal ? null : text.slug;
  return html`<section class="panel" aria-labelledby="history"><h2 id="history">${say('desk.text.history')}</h2>
<div class="scroll"><table class="texts"><caption class="hidden">${say('desk.text.history')}</caption><thead><tr><th scope="col">${say('desk.text.history')}</th><th scope="col">${say('desk.publish.reason')}</th><th scope="col">${say('desk.text.words')}</th><th scope="col">${say('desk.texts.changed')}</th></tr></thead>
<tbody>${text.revisions
    .toReversed()
    .map(
      ({ number, reason, words, publishedAt }) =>
        html`<tr><th scope="row">${
          shown
            ? html`<a href="/${shown}/${number}">${say('desk.text.revision', { number: String(number) })}</a>`
            : say('desk.text.revision', { number: String(number) })
        }</th><td>${reason ?? html`<span class="quiet">${say('desk.text.no-reason')}</span>`}</td><td class="number">${say('desk.count.words', { count: words })}</td><td class="quiet number">${dayAndTime(publishedAt, visit.language)}</td></tr>`,
    )}</tbody></table></div>
${shown && text.revisions.length > 1 ? compareForm(say, text) : ''}</section>`;
}

function compareForm(say: Say, { textId, revisions, number }: DeskText): Html {
  const options = (chosen: number) =>
    revisions.map(
      (one) =>
        html`<option value="${one.number}"${one.number === chosen ? html` selected` : ''}>${say('desk.text.revision', { number: String(one.number) })}</option>`,
    );
  return html`<form method="get" action="/desk/texts/${textId}/compare" class="actions">
<label for="from">${say('desk.text.compare.from')}</label><select id="from" name="from">${options(number - 1)}</select>
<label for="to">${say('desk.text.compare.to')}</label><select id="to" name="to">${options(number)}</select>
<button type="submit">${say('desk.text.compare')}</button></form>`;
}
