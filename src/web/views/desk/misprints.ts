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
import { decideButton as button } from './queue/decide.ts';
import { misprintWords } from './queue/script-words.ts';
import { type Waiting as Counts, queueTabs } from './queue/tabs.ts';
import { undoLines } from './queue/undo.ts';
import { type Say, sayIn } from './say.ts';

interface Misprints {
  readonly state: MisprintState;
  readonly misprints: readonly MisprintLine[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly mistakes: readonly Mistake[];
  /** For whoever reads the queue too: its tabs. */
  readonly counts: Counts | null;
  /** Decided just now, for a browser without script. */
  readonly undo: string | null;
}

/** What readers reported, the oldest first; decided by single keys as the queue is. */
export function misprintsView(
  visit: Visit,
  { state, misprints, page, pages, mistakes, counts, undo }: Misprints,
): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.misprints'),
    place: 'misprints',
    ...(counts && { heading: html`<h1 class="hidden">${say('desk.misprints')}</h1>` }),
    body: html`${counts ? queueTabs(say, counts, 'misprints') : ''}${undo ? html`<div class="said undo-line" role="status"><p>${say('desk.misprints.decided')}</p>${undoForm(visit, undo, say('queue.undo'))}</div>` : ''}<p class="lead">${say('desk.misprints.lead')}</p>${mistakeSummary(say, mistakes)}
<nav class="filters" aria-label="${say('desk.texts.state')}"><ul>${MISPRINT_STATES.map(
      (each) =>
        html`<li><a href="/desk/misprints?state=${each}"${each === state ? html` aria-current="page"` : ''}>${say(`desk.misprints.${each}`)}</a></li>`,
    )}</ul></nav>
${state === 'waiting' ? waiting(visit, say, { misprints, isLast: page === pages }) : decided(visit, say, misprints)}
${pager(say, { page, pages, pathOf: (to) => `/desk/misprints?state=${state}&page=${to}` })}`,
  });
}

interface Waiting {
  readonly misprints: readonly MisprintLine[];
  readonly isLast: boolean;
}

/** All in full, one below the other; script decides them in place, and fetches what waits behind them. */
function waiting(visit: Visit, say: Say, { misprints, isLast }: Waiting): Html {
  return html`<div class="queue alone" data-queue="/desk/misprints" data-who="${visit.session?.actor.id}" data-words="${misprintWords(say)}">
<ol class="finding-list misprints panel" data-items>${misprints.map((misprint, place) => misprintItem(visit, say, misprint, place))}</ol>
<div role="status"><p class="quiet" data-none${misprints.length > 0 ? html` hidden` : ''}>${say('desk.misprints.none')} <a href="/desk/misprints">${say('queue.look-again')}</a></p></div>
${isLast ? '' : html`<p class="more" hidden><a data-more href="/desk/misprints">${say('queue.more')}</a></p>`}</div>
${undoLines()}`;
}

function decided(visit: Visit, say: Say, misprints: readonly MisprintLine[]): Html {
  if (misprints.length === 0) return html`<p class="quiet">${say('desk.misprints.none')}</p>`;
  return html`<ol class="finding-list misprints panel">${misprints.map((misprint, place) => misprintItem(visit, say, misprint, place))}</ol>`;
}

function misprintItem(visit: Visit, say: Say, misprint: MisprintLine, place: number): Html {
  const { id, textId, title, words, instead, name, passage, number, at, state } = misprint;
  const facts = [dayAndTime(at, visit.language), say('desk.text.revision', { number: String(number) })];
  return html`<li class="finding" id="misprint-${place}"${state === 'waiting' ? html` data-item="${id}" data-name="${`${words} → ${instead}`}" tabindex="-1" aria-label="${`${words} → ${instead}`}" aria-describedby="passage-${id}"` : html` data-row=""`}>
<p class="finding-words"><del>${words}</del> <ins>${instead}</ins></p>
${passage === null ? '' : html`<p class="finding-words passage" id="passage-${id}">${marked(passage, words)}</p>`}
<p class="facts"><a class="title" href="/desk/texts/${textId}">${title ?? say('desk.untitled')}</a> <span>${facts.join(' · ')}</span>${name === null ? '' : html` <span>${say('desk.misprints.name', { name })}</span>`}</p>
${state === 'waiting' ? decisions(visit, say, misprint) : state === 'refused' ? undoForm(visit, id, say('desk.misprints.again')) : ''}</li>`;
}

/** The words where they stand in the paragraph, if they do. */
function marked(passage: string, words: string): Html {
  const at = passage.indexOf(words);
  if (at < 0) return html`${passage}`;
  return html`${passage.slice(0, at)}<mark>${words}</mark>${passage.slice(at + words.length)}`;
}

function decisions(visit: Visit, say: Say, { id }: MisprintLine): Html {
  return html`<form method="post" action="/desk/misprints/decide" class="actions" data-decide>${formToken(visit)}<input type="hidden" name="misprint" value="${id}">
${button(say('desk.misprints.accept'), { value: 'accept', key: 'a', kind: 'main' })}
${button(say('desk.misprints.refuse'), { value: 'refuse', key: 'r' })}
${button(say('desk.misprints.by-hand'), { value: 'by-hand', key: 'e' })}</form>`;
}

function undoForm(visit: Visit, id: string, label: string): Html {
  return html`<form method="post" action="/desk/misprints/undo" class="actions">${formToken(visit)}<input type="hidden" name="batch" value="${id}"><button type="submit" class="small">${label}</button></form>`;
}
