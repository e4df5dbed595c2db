import { html } from 'hono/html';
import type { LinesAs, Reading } from '#domain/reading.ts';
import type { Html } from '#web/http/answer.ts';
import { problemText } from '../problems.ts';
import type { Say } from '../say.ts';
import { fieldName, whyText } from './names.ts';
import type { CallPlace } from './place-calls.ts';
import type { BlockRow, FurnitureRow, MetadataRow, NoteRow, Row } from './rows.ts';

/** What each kind of row may be turned into: one press each. */
const INSTEAD: Readonly<Record<string, readonly LinesAs[]>> = {
  paragraph: ['heading', 'quotation', 'verse', 'list', 'note', 'furniture'],
  quotation: ['paragraph', 'verse', 'furniture'],
  verse: ['paragraph', 'quotation', 'list', 'furniture'],
  heading: ['paragraph', 'furniture'],
  list: ['paragraph', 'verse', 'furniture'],
  table: ['paragraph', 'verse', 'furniture'],
  figure: ['paragraph', 'furniture'],
  note: ['text', 'furniture'],
  furniture: ['text'],
  metadata: ['text', 'furniture'],
};

export interface Recognised {
  readonly say: Say;
  readonly reading: Reading;
  /** Those of this page. */
  readonly rows: readonly Row[];
}

/** The text with its structure in sight. Stands inside the form of corrections: every button is a correction. */
export function recognisedView({ say, reading, rows }: Recognised): Html {
  const unpaired = reading.notes.filter((note) => note.call !== null && note.body === null);
  return html`<ol class="rows" lang="${reading.language ?? 'und'}" data-rows>
${rows.map((row) => rowView(say, row, unpaired))}
</ol>`;
}

function rowView(say: Say, row: Row, unpaired: Reading['notes']): Html {
  const [first, last] = row.lines;
  const kind = row.kind === 'block' ? row.as : row.kind;
  const opening = row.kind === 'block' && row.opens !== null ? sectionMark(say, row.opens, first, last) : '';
  const lines =
    first === last
      ? say('desk.line', { line: String(first) })
      : say('desk.lines', { first: String(first), last: String(last) });
  return html`<li class="row ${kind}" id="line-${first}" data-row>${opening}
<span class="at-line" lang="${say('desk.lang')}">${first === last ? first : `${first}–${last}`}</span>
<div>${rowBody(say, row)}${hiddenView(say, row)}${row.problems.map((problem) => html`<p class="problem" lang="${say('desk.lang')}">${problemText(say, problem)}</p>`)}
<div class="as" role="group" lang="${say('desk.lang')}" aria-label="${say('desk.reading.instead', { lines })}">
<span class="kind">${kindLabel(say, row)}</span>
${row.kind === 'note' ? noteButtons(say, row, unpaired) : ''}
${(INSTEAD[kind] ?? []).map((as) => html`<button type="submit" class="small" name="lines" value="${first}-${last} ${as}">${say(`desk.as.${as}`)}</button>`)}
${row.kind === 'block' && row.opens === null ? html`<button type="submit" class="small" name="lines" value="${first}-${last} section-break">${say('desk.as.section-break')}</button>` : ''}
</div></div></li>`;
}

function sectionMark(say: Say, section: number, first: number, last: number): Html {
  return html`<div class="section-mark" lang="${say('desk.lang')}"><span>${say('desk.reading.section', { section: String(section) })}</span>${
    section > 1
      ? html`<button type="submit" class="small" name="lines" value="${first}-${last} no-break">${say('desk.as.no-break')}</button>`
      : ''
  }</div>`;
}

function hiddenView(say: Say, { hidden }: Row): Html | string {
  if (hidden === 0) return '';
  return html`<p class="quiet" lang="${say('desk.lang')}">${say('desk.reading.hidden', { characters: String(hidden) })}</p>`;
}

function rowBody(say: Say, row: Row): Html {
  if (row.kind === 'block') return html`<p class="as-read">${withCalls(say, row)}</p>`;
  if (row.kind === 'note') return noteBody(say, row);
  if (row.kind === 'furniture') return furnitureBody(row);
  return html`<p class="as-read">${row.text}</p>`;
}

function furnitureBody(row: FurnitureRow): Html {
  return html`<p class="as-read"><s>${row.text}</s></p>`;
}

function kindLabel(say: Say, row: Row): Html {
  if (row.kind === 'block') return html`${say(`desk.kind.${row.as}`)}`;
  if (row.kind === 'note') return html`${say('desk.kind.note')}`;
  if (row.kind === 'furniture') return html`${say('desk.kind.furniture', { why: whyText(say, row.why) })}`;
  return html`${metadataLabel(say, row)}`;
}

function metadataLabel(say: Say, row: MetadataRow): string {
  return say('desk.kind.metadata', { fields: row.fields.map((field) => fieldName(say, field)).join(', ') });
}

function noteBody(say: Say, { note, lines: [line], text }: NoteRow): Html {
  const back = note.call
    ? html`<a class="call" id="note-${line}" href="#call-${note.call.line}-${note.call.column}" aria-label="${say('desk.reading.note-back', { label: note.label, line: String(note.call.line) })}">${note.label}</a>`
    : html`<span class="call orphan">${note.label}</span>`;
  return html`<p class="as-read">${back} ${text}</p>`;
}

// A wrong pair is undone with one press; a body nothing calls can be given any call that lacks one.
function noteButtons(say: Say, { note, lines: [line] }: NoteRow, unpaired: Reading['notes']): Html {
  if (note.call) {
    return html`<span class="quiet">${say('desk.reading.called', { line: String(note.call.line) })}</span>
<button type="submit" class="small" name="note" value="${line}">${say('desk.reading.unpair')}</button>`;
  }
  return html`${unpaired
    .slice(0, MOST_CALLS_OFFERED)
    .map(
      ({ label, call }) =>
        html`<button type="submit" class="small" name="note" value="${line} ${call!.line}:${call!.column}">${say('desk.reading.pair', { label, line: String(call!.line) })}</button>`,
    )}`;
}

const MOST_CALLS_OFFERED = 8;

function withCalls(say: Say, { text, calls }: BlockRow): Html {
  let at = 0;
  const parts: (Html | string)[] = [];
  for (const place of calls) {
    const offset = place.offset ?? text.length;
    parts.push(text.slice(at, offset), callView(say, place));
    at = Math.max(at, offset);
  }
  return html`${parts}${text.slice(at)}`;
}

function callView(say: Say, { note }: CallPlace): Html {
  const { line, column } = note.call!;
  if (!note.body) return html`<span class="call orphan" title="${say('desk.reading.no-body')}">${note.label}</span>`;
  return html`<a class="call" id="call-${line}-${column}" href="#note-${note.body.line}" aria-label="${say('desk.reading.note-call', { label: note.label })}">${note.label}</a>`;
}
