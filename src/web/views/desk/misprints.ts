import { html } from 'hono/html';
import { MISPRINT_STATES, type MisprintState } from '#domain/misprint.ts';
import type { Mistake } from '#domain/result.ts';
import type { MisprintLine } from '#operations/reads/misprints.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { dayAndTime } from './moment.ts';
import { pager } from './pager.ts';
import { queueTabs, type Waiting } from './queue/tabs.ts';
import { type Say, sayIn } from './say.ts';

interface Misprints {
  readonly state: MisprintState;
  readonly misprints: readonly MisprintLine[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly mistakes: readonly Mistake[];
  /** For whoever reads the queue too: its tabs. */
  readonly counts: Waiting | null;
}

/** What readers reported, the oldest first; one key accepts. */
export function misprintsView(visit: Visit, { state, misprints, page, pages, mistakes, counts }: Misprints): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.misprints'),
    place: 'misprints',
    body: html`${counts ? queueTabs(say, counts, 'misprints') : ''}<p class="lead">${say('desk.misprints.lead')}</p>${mistakeSummary(say, mistakes)}
<nav class="filters" aria-label="${say('desk.texts.state')}"><ul>${MISPRINT_STATES.map(
      (each) =>
        html`<li><a href="/desk/misprints?state=${each}"${each === state ? html` aria-current="page"` : ''}>${say(`desk.misprints.${each}`)}</a></li>`,
    )}</ul></nav>
${misprints.length === 0 ? html`<p class="quiet">${say('desk.misprints.none')}</p>` : html`<ol class="finding-list panel">${misprints.map((misprint, place) => misprintItem(visit, say, misprint, place))}</ol>`}
${pager(say, { page, pages, pathOf: (to) => `/desk/misprints?state=${state}&page=${to}` })}`,
  });
}

function misprintItem(visit: Visit, say: Say, misprint: MisprintLine, place: number): Html {
  const { textId, title, words, instead, name, passage, number, at } = misprint;
  const facts = [dayAndTime(at, visit.language), say('desk.text.revision', { number: String(number) })];
  return html`<li class="finding" id="misprint-${place}" data-row>
<p><a class="title" href="/desk/texts/${textId}">${title ?? say('desk.untitled')}</a> <span class="quiet">${facts.join(' · ')}</span></p>
<p class="finding-words"><del>${words}</del> <ins>${instead}</ins></p>
${passage === null ? '' : html`<p class="quiet finding-words">${passage}</p>`}
${name === null ? '' : html`<p>${say('desk.misprints.name', { name })}</p>`}
${misprint.state === 'waiting' ? decisions(visit, say, misprint) : ''}</li>`;
}

function decisions(visit: Visit, say: Say, { id }: MisprintLine): Html {
  return html`<form method="post" action="/desk/misprints" class="actions">${formToken(visit)}<input type="hidden" name="misprint" value="${id}">
<button type="submit" class="small main" name="decision" value="accept" data-key="a">${say('desk.misprints.accept')}</button>
<button type="submit" class="small" name="decision" value="refuse" data-key="r">${say('desk.misprints.refuse')}</button>
<button type="submit" class="small" name="decision" value="by-hand">${say('desk.misprints.by-hand')}</button></form>`;
}
