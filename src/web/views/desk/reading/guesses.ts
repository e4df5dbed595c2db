// The table of guesses about the text as a whole: each value can be changed where it stands, or changed for a runner-up with one press.

import { html } from 'hono/html';
import { METADATA_FIELDS, type Metadata, type MetadataField } from '#domain/metadata.ts';
import type { Guess, Reading } from '#domain/reading.ts';
import type { Html } from '#web/http/answer.ts';
import { fieldText } from '../metadata-text.ts';
import type { Say } from '../say.ts';
import { fieldName } from './names.ts';

/** Shown even when nothing was found: a text is looked for by them. */
const ALWAYS: readonly (keyof Metadata)[] = ['title', 'authors', 'language', 'written', 'online'];
const SURE = 0.8;
const MOST_OTHERS = 6;

export type LineAddress = (line: number) => string;

export function guessTable(say: Say, reading: Reading, lineAddress: LineAddress): Html {
  const guesses = new Map(reading.guesses.map((guess) => [guess.what, guess]).reverse() as [string, Guess][]);
  const shown = METADATA_FIELDS.filter(
    ({ name }) => ALWAYS.includes(name) || guesses.has(name) || filled(reading.metadata[name]),
  );
  const rest = METADATA_FIELDS.filter((field) => !shown.includes(field));
  return html`<table class="guesses"><caption>${say('desk.guesses')}</caption>
<thead><tr><th scope="col">${say('desk.guesses.what')}</th><th scope="col">${say('desk.guesses.value')}</th></tr></thead>
<tbody>${shown.map((field) => guessRow(say, field, reading.metadata[field.name], guesses.get(field.name), lineAddress))}</tbody></table>
<details><summary>${say('desk.guesses.more')}</summary>
<table class="guesses"><caption class="hidden">${say('desk.guesses.more')}</caption>
<thead class="hidden"><tr><th scope="col">${say('desk.guesses.what')}</th><th scope="col">${say('desk.guesses.value')}</th></tr></thead>
<tbody>${rest.map((field) => guessRow(say, field, reading.metadata[field.name], undefined, lineAddress))}</tbody></table></details>
<div class="actions"><button type="submit" name="apply" value="metadata">${say('desk.guesses.apply')}</button></div>
${otherGuesses(say, reading, lineAddress)}`;
}

function guessRow(
  say: Say,
  field: MetadataField,
  value: Metadata[keyof Metadata],
  guess: Guess | undefined,
  lineAddress: LineAddress,
): Html {
  const id = `value-${field.name}`;
  const unsure = guess !== undefined && guess.confidence < SURE;
  const text = fieldText(value);
  return html`<tr${unsure || (field.name === 'title' && text === '') ? html` class="unsure"` : ''}>
<th scope="row"><label for="${id}">${fieldName(say, field.name)}</label></th>
<td>${input(field, id, text, guess ? `${id}-why` : null)}
${guess ? why(say, field, guess, id, lineAddress) : ''}</td></tr>`;
}

function input(field: MetadataField, id: string, text: string, describedBy: string | null): Html {
  const described = describedBy ? html` aria-describedby="${describedBy}"` : '';
  if (field.holds === 'list' || field.holds === 'prose') {
    const rows = Math.min(6, Math.max(field.holds === 'prose' ? 3 : 1, text.split('\n').length));
    return html`<textarea id="${id}" name="value.${field.name}" rows="${rows}"${described}>
${text}</textarea>`;
  }
  return html`<input id="${id}" name="value.${field.name}" type="text" value="${text}" autocomplete="off"${described}>`;
}

function why(say: Say, field: MetadataField, guess: Guess, id: string, lineAddress: LineAddress): Html {
  return html`<div id="${id}-why">${sureness(say, guess, fieldName(say, field.name))}${evidence(say, guess, lineAddress)}</div>
${guess.alternatives.length > 0 ? others(say, field, guess) : ''}`;
}

function sureness(say: Say, guess: Guess, name: string): Html {
  if (guess.value === null) return html`<p class="sure quiet">${say('desk.sure.none')}</p>`;
  const percent = Math.round(guess.confidence * 100);
  return html`<p class="sure"><meter min="0" max="1" low="0.5" high="0.8" optimum="1" value="${guess.confidence.toFixed(2)}" aria-label="${say('desk.guesses.sure', { name })}">${percent} %</meter> ${say(confidenceWords(guess))}</p>`;
}

function confidenceWords({ confidence }: Guess) {
  if (confidence >= 0.9) return 'desk.sure.high';
  if (confidence >= SURE) return 'desk.sure.good';
  return confidence >= 0.5 ? 'desk.sure.fair' : 'desk.sure.low';
}

function evidence(say: Say, { value, evidence: { line, excerpt } }: Guess, lineAddress: LineAddress): Html {
  if (value === null && !excerpt) return html``;
  if (line < 1) return html`${excerpt ? html`<p class="evidence">${excerpt}</p>` : ''}`;
  return html`<p class="evidence"><a href="${lineAddress(line)}">${say('desk.line', { line: String(line) })}</a>${excerpt ? html` <q>${excerpt}</q>` : ''}</p>`;
}

function others(say: Say, field: MetadataField, guess: Guess): Html {
  return html`<div class="others" role="group" aria-label="${say('desk.guesses.instead', { name: fieldName(say, field.name) })}"><span class="quiet">${say('desk.guesses.or')}</span>
${guess.alternatives.slice(0, MOST_OTHERS).map((other) => html`<button type="submit" class="small" name="take" value="${field.name} ${other}">${other}</button>`)}</div>`;
}

const MOST_OF_STRUCTURE = 40;

// Sections, quotations, notes …: the least sure first. They are corrected where they stand in the text.
function otherGuesses(say: Say, reading: Reading, lineAddress: LineAddress): Html {
  const fields = new Set<string>(METADATA_FIELDS.map(({ name }) => name));
  const guesses = reading.guesses.filter(({ what }) => !fields.has(what)).sort((a, b) => a.confidence - b.confidence);
  if (guesses.length === 0) return html``;
  return html`<details class="structure"><summary>${say('desk.guesses.structure', { count: guesses.length })}</summary>
<table class="guesses"><caption class="hidden">${say('desk.guesses.structure', { count: guesses.length })}</caption>
<thead><tr><th scope="col">${say('desk.guesses.what')}</th><th scope="col">${say('desk.guesses.evidence')}</th></tr></thead>
<tbody>${guesses.slice(0, MOST_OF_STRUCTURE).map(
    (
      guess,
    ) => html`<tr><th scope="row">${fieldName(say, guess.what)}${guess.value ? html` <span class="quiet">${guess.value}</span>` : ''}</th>
<td>${sureness(say, guess, fieldName(say, guess.what))}${evidence(say, guess, lineAddress)}</td></tr>`,
  )}</tbody></table></details>`;
}

function filled(value: Metadata[keyof Metadata]): boolean {
  return value !== null && value.length > 0;
}
