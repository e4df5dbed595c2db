import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { ProofFigures } from '#operations/reads/proof-figures.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from '../field.ts';
import { deskLayout, formToken } from '../layout.ts';
import { mayDo } from '../may-do.ts';
import { type Say, sayIn } from '../say.ts';
import { monthChart } from './month-chart.ts';
import { ruleTitle } from './rule-title.ts';

interface Figures {
  readonly figures: ProofFigures;
  readonly typed: string;
  readonly mistakes: readonly Mistake[];
}

/** Rule by rule what was asked and what was answered, the switch of each, and the words the site knows. */
export function proofingView(visit: Visit, { figures, typed, mistakes }: Figures): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.proofing'),
    place: 'proofing',
    body: html`<p class="lead">${say('desk.proofing.lead')}</p>${mistakeSummary(say, mistakes)}
<section class="panel" aria-labelledby="months"><h2 id="months">${say('desk.proofing.months')}</h2>${monthChart(visit, say, figures.months)}</section>
<section class="panel scroll" tabindex="0" aria-labelledby="rules"><h2 id="rules">${say('desk.proofing.rules')}</h2>
<table class="texts"><caption class="hidden">${say('desk.proofing.rules')}</caption>
<thead><tr><th scope="col">${say('desk.proofing.rule')}</th><th scope="col">${say('desk.proofing.found')}</th><th scope="col">${say('desk.proofing.accepted')}</th><th scope="col">${say('desk.proofing.stet')}</th><th scope="col">${say('desk.proofing.switch')}</th></tr></thead>
<tbody>${figures.rules.map((rule) => ruleRow(visit, say, rule))}</tbody></table></section>
${lexicon(visit, say, { figures, typed, mistakes })}`,
  });
}

function ruleRow(visit: Visit, say: Say, figures: ProofFigures['rules'][number]): Html {
  const { rule, findings, accepted, stet, isOff } = figures;
  const title = ruleTitle(say, rule);
  return html`<tr><th scope="row">${title} <span class="quiet"><code>${rule}</code></span></th>
<td class="number">${findings + accepted}</td><td class="number">${accepted}</td><td class="number">${stet}</td>
<td>${isOff ? html`<span class="state withdrawn">${say('desk.proofing.off')}</span> ` : ''}${mayDo(visit, 'proofing.manage') ? ruleSwitch(visit, say, { rule, title, isOff }) : ''}</td></tr>`;
}

function ruleSwitch(visit: Visit, say: Say, { rule, title, isOff }: { rule: string; title: string; isOff: boolean }) {
  return html`<form method="post" action="/desk/proofing/rule" class="row-actions">${formToken(visit)}<input type="hidden" name="rule" value="${rule}">
<button type="submit" class="small" name="off" value="${isOff ? 'no' : 'yes'}" aria-label="${say(isOff ? 'desk.proofing.turn-on.of' : 'desk.proofing.turn-off.of', { rule: title })}">${say(isOff ? 'desk.proofing.turn-on' : 'desk.proofing.turn-off')}</button></form>`;
}

function lexicon(visit: Visit, say: Say, { figures, typed, mistakes }: Figures): Html {
  return html`<section class="panel" id="lexicon" aria-labelledby="lexicon-title"><h2 id="lexicon-title">${say('desk.lexicon')}</h2><p>${say('desk.lexicon.lead')}</p>
<ul class="answered">${figures.lexicon.map(
    (word) =>
      html`<li><span>${word}</span><form method="post" action="/desk/proofing/words/remove">${formToken(visit)}<button type="submit" class="small" name="word" value="${word}" aria-label="${say('desk.lexicon.remove.of', { word })}">${say('desk.lexicon.remove')}</button></form></li>`,
  )}</ul>
<form method="post" action="/desk/proofing/words">${formToken(visit)}
${textField(say, { name: 'words', label: say('desk.lexicon.words'), hint: say('desk.hint.list'), value: typed, lines: 4 }, mistakes)}
<div class="actions"><button type="submit">${say('desk.lexicon.add')}</button></div></form></section>`;
}
