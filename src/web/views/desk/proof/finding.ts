import { html } from 'hono/html';
import { isMessageKey } from '#locale/translate.ts';
import type { OpenFinding, Proofing } from '#operations/reads/proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

interface FindingView {
  readonly finding: OpenFinding;
  /** In the page's order, from 0: after an answer the page comes back at the one that took its place. */
  readonly place: number;
  /** Of the list, to come back to. */
  readonly page: number;
  readonly draft: Proofing['draft'];
}

/** One finding: what stands there, what may have stood there, why; and the answers to it. */
export function findingView(visit: Visit, say: Say, { finding, place, page, draft }: FindingView): Html {
  const { message, confidence, start } = finding;
  return html`<li class="finding${finding.isCertain ? ' certain' : ''}" id="finding-${place}" data-row data-at="at-${start}">
<p class="finding-words">${excerpt(finding)}</p>
<p>${isMessageKey(message.key) ? say(message.key, message.values) : ''} <span class="quiet">${say('desk.proof.certainty', { percent: Math.round(confidence * 100) })} · <a href="#at-${start}">${say('desk.proof.in-text')}</a></span></p>
${draft.stage === 'draft' ? answers(visit, say, { finding, place, page, draft }) : ''}</li>`;
}

function excerpt({ before, words, suggestion, after }: OpenFinding): Html {
  const read = suggestion === null ? html`<mark>${words}</mark>` : html`<del>${words}</del><ins>${suggestion}</ins>`;
  return html`…${before}${read}${after}…`;
}

function answers(visit: Visit, say: Say, { finding, place, page, draft }: FindingView): Html {
  const hidden = html`${formToken(visit)}<input type="hidden" name="version" value="${draft.version}"><input type="hidden" name="finding" value="${finding.key}"><input type="hidden" name="place" value="${place}"><input type="hidden" name="page" value="${page}">`;
  const action = `/desk/texts/${draft.textId}/proof`;
  const everywhere =
    finding.alike > 1
      ? html`<label class="tick"><input type="checkbox" name="everywhere" value="yes"> ${say('desk.proof.everywhere', { count: finding.alike })}</label>`
      : '';
  return html`<div class="actions"><form method="post" action="${action}">${hidden}
${finding.suggestion === null ? '' : html`<button type="submit" class="small main" name="act" value="accept" data-key="a">${say('desk.proof.accept')}</button>`}
<button type="submit" class="small" name="act" value="stet" data-key="s">${say('desk.proof.stet')}</button>${everywhere}</form>
<details><summary data-key="e">${say('desk.proof.edit')}</summary><form method="post" action="${action}">${hidden}
<div class="field"><label for="instead-${place}">${say('desk.proof.edit.label', { words: finding.passage })}</label>
${
  finding.passage.includes('\n')
    ? html`<textarea id="instead-${place}" name="instead" rows="4">
${finding.passage}</textarea>`
    : html`<input id="instead-${place}" name="instead" type="text" value="${finding.passage}" autocomplete="off">`
}</div>
${everywhere}<button type="submit" class="small" name="act" value="edit">${say('desk.proof.edit.do')}</button></form></details></div>`;
}
