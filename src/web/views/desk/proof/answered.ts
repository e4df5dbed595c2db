import { html } from 'hono/html';
import type { Proofing } from '#operations/reads/proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import { mayDo } from '../may-do.ts';
import type { Say } from '../say.ts';
import { ruleTitle } from './rule-title.ts';

/** What was answered, each with its way back. */
export function answeredView(visit: Visit, say: Say, { draft, changes, stets, unmet, off }: Proofing): Html {
  const undo = (id: string, words: string, isNewest = false) =>
    draft.stage === 'draft'
      ? html`<form method="post" action="/desk/texts/${draft.textId}/proof/undo">${formToken(visit)}<input type="hidden" name="version" value="${draft.version}"><input type="hidden" name="answer" value="${id}"><button type="submit" class="small"${isNewest ? html` data-key="u"` : ''} aria-label="${say('desk.proof.undo.of', { words })}">${say('desk.proof.undo')}</button></form>`
      : '';
  const stetLine = ({ id, rule, words, excerpt }: Proofing['stets'][number]) =>
    html`<li><span><span class="quiet">${ruleTitle(say, rule)}</span> <q>${words.trim() || excerpt}</q></span> ${undo(id, words)}</li>`;
  const standing = stets.filter((answer) => !unmet.includes(answer));
  return html`${
    changes.length > 0
      ? html`<section class="panel"><h2>${say('desk.proof.changes')}</h2><ul class="answered">${changes
          .toReversed()
          .map(
            ({ id, rule, words, instead, version }) =>
              html`<li><span><span class="quiet">${ruleTitle(say, rule)}</span> <del>${words}</del> <ins>${instead}</ins></span> ${version === draft.version ? undo(id, words, true) : ''}</li>`,
          )}</ul></section>`
      : ''
  }
${standing.length > 0 ? html`<section class="panel"><h2>${say('desk.proof.stets')}</h2><ul class="answered">${standing.map(stetLine)}</ul></section>` : ''}
${unmet.length > 0 ? html`<section class="panel warned"><h2>${say('desk.proof.unmet', { count: unmet.length })}</h2><p>${say('desk.proof.unmet.lead')}</p><ul class="answered">${unmet.map(stetLine)}</ul></section>` : ''}
${off.length > 0 ? html`<section class="panel"><h2>${say('desk.proof.off')}</h2><ul class="answered">${off.map((one) => switchedOff(visit, say, draft, one))}</ul></section>` : ''}`;
}

function switchedOff(
  visit: Visit,
  say: Say,
  { textId: ofDraft }: Proofing['draft'],
  { rule, textId }: Proofing['off'][number],
): Html {
  const title = ruleTitle(say, rule);
  const action = textId === null ? '/desk/proofing/rule' : `/desk/texts/${ofDraft}/proof/rule`;
  return html`<li><span>${say(textId === null ? 'desk.proof.off.site' : 'desk.proof.off.text', { rule: title })}</span>
${textId !== null || mayDo(visit, 'proofing.manage') ? html`<form method="post" action="${action}">${formToken(visit)}<input type="hidden" name="rule" value="${rule}"><button type="submit" class="small" name="off" value="no" aria-label="${say('desk.proof.on.of', { rule: title })}">${say('desk.proof.on')}</button></form>` : ''}</li>`;
}
