import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { TriageWords, WeighedWord } from '#operations/reads/triage-words.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { textField } from '../field.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

export interface Lists {
  readonly blocked: readonly string[];
  readonly allowed: readonly string[];
}

/** Words that are held against a contribution, senders that are known: one a line. */
export function listsForm(visit: Visit, say: Say, lists: Lists, mistakes: readonly Mistake[]): Html {
  const field = (name: keyof Lists) =>
    textField(
      say,
      {
        name,
        label: say(`desk.forum.lists.${name}`),
        hint: say(`desk.forum.lists.${name}.hint`),
        lines: 6,
        value: lists[name].join('\n'),
      },
      mistakes,
    );
  return html`<section class="panel" aria-labelledby="lists"><h2 id="lists">${say('desk.forum.lists')}</h2>
<form method="post" action="/desk/forum/lists">${formToken(visit)}<div class="pair">${field('blocked')}${field('allowed')}</div>
<div class="actions"><button type="submit" class="main">${say('desk.forum.lists.do')}</button></div></form></section>`;
}

/** What triage learnt from this site's decisions, and a way to let it begin anew. */
export function triageSection(visit: Visit, say: Say, { learnt, forSpam, againstSpam }: TriageWords): Html {
  const count = learnt.spam + learnt.good;
  return html`<section class="panel" aria-labelledby="triage"><h2 id="triage">${say('desk.forum.triage')}</h2>
<p>${count === 0 ? say('desk.forum.triage.nothing') : say('desk.forum.triage.learnt', { spam: learnt.spam, good: learnt.good })}</p>
${
  count === 0
    ? ''
    : html`<div class="pair">${wordList(say('desk.forum.triage.against'), forSpam)}${wordList(say('desk.forum.triage.for'), againstSpam)}</div>
<details><summary>${say('desk.forum.triage.reset')}</summary><p>${say('desk.forum.triage.reset.hint')}</p>
<form method="post" action="/desk/forum/triage/reset">${formToken(visit)}<button type="submit" class="danger">${say('desk.forum.triage.reset.do')}</button></form></details>`
}</section>`;
}

function wordList(title: string, words: readonly WeighedWord[]): Html {
  return html`<div><h3>${title}</h3><ol class="weights">${words.map(
    ({ word, weight }) =>
      html`<li><span>${word}</span> <span class="quiet number">${Math.abs(weight).toFixed(1)}</span></li>`,
  )}</ol></div>`;
}
