import { html } from 'hono/html';
import type { Reading, ReadingCounts } from '#domain/reading.ts';
import type { ReadingProofing } from '#operations/reads/reading-proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout, formToken } from '../layout.ts';
import { pager } from '../pager.ts';
import { problemList } from '../problems.ts';
import { type Say, sayIn } from '../say.ts';
import { findingsPanel } from './findings.ts';
import { guessTable, type LineAddress } from './guesses.ts';
import { recognisedView } from './recognised.ts';
import { listRows, type Row, rowAt } from './rows.ts';

export interface ReadingPage {
  readonly textId: string;
  readonly version: number;
  readonly reading: Reading;
  readonly fileName: string | null;
  /** How many corrections were made; the last can be taken back. */
  readonly corrections: number;
  readonly proofing: ReadingProofing | null;
  /** From 1. */
  readonly page: number;
}

const ROWS_A_PAGE = 250;

/** The guesses beside the recognised text. One form: every button in it corrects one thing. */
export function readingView(visit: Visit, view: ReadingPage): Html {
  const say = sayIn(visit.language);
  const { reading, textId } = view;
  const rows = listRows(reading);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(view.page, pages);
  const address = lineAddresses(textId, rows, page);
  const action = `/desk/texts/${textId}/reading`;
  return deskLayout(visit, {
    title: say('desk.reading'),
    place: 'texts',
    body: html`<p class="lead">${view.fileName ? html`<strong>${view.fileName}</strong>: ` : ''}${say('desk.reading.lead')}</p>
${countList(say, reading.counts)}
<form method="post" action="${action}" class="reading" data-reading>
${formToken(visit)}<input type="hidden" name="version" value="${view.version}"><input type="hidden" name="page" value="${page}">
<button type="submit" name="apply" value="metadata" class="hidden" tabindex="-1" aria-hidden="true">${say('desk.guesses.apply')}</button>
<section class="guesses-side" tabindex="0" aria-label="${say('desk.guesses')}">
${problemsPanel(say, reading, address)}
${guessTable(say, reading, address)}
${view.proofing ? findingsPanel(say, view.proofing, address) : ''}
${view.corrections > 0 ? html`<p class="quiet">${say('desk.reading.corrections', { count: view.corrections })} <button type="submit" class="small" name="undo" value="last">${say('desk.reading.undo')}</button></p>` : ''}
</section>
<section aria-labelledby="recognised"><h2 id="recognised">${say('desk.reading.recognised')}</h2>
${recognisedView({ say, reading, rows: rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE) })}
${pager(say, { page, pages, pathOf: (to) => `${action}?page=${to}` })}
</section>
<div class="confirm"><button type="submit" class="main" formaction="${action}/confirm">${say('desk.reading.confirm')}</button>
<p class="quiet">${say(reading.metadata.title === null ? 'desk.reading.confirm.no-title' : 'desk.reading.confirm.hint')}</p></div>
</form>`,
  });
}

function lineAddresses(textId: string, rows: readonly Row[], page: number): LineAddress {
  return (line) => {
    if (rows.length === 0) return '#recognised';
    const index = rowAt(rows, line);
    const on = Math.floor(index / ROWS_A_PAGE) + 1;
    const anchor = `#line-${rows[index]!.lines[0]}`;
    return on === page ? anchor : `/desk/texts/${textId}/reading?page=${on}${anchor}`;
  };
}

function countList(say: Say, counts: ReadingCounts): Html {
  const shown = (['sections', 'paragraphs', 'quotations', 'notes', 'words', 'noteWords'] as const).filter(
    (what) => counts[what] > 0,
  );
  return html`<ul class="counts">${shown.map((what) => html`<li>${say(`desk.count.${what}`, { count: counts[what] })}</li>`)}</ul>`;
}

function problemsPanel(say: Say, reading: Reading, address: LineAddress): Html {
  if (reading.problems.length === 0) return html``;
  return html`<div class="warned"><h2>${say('desk.problems', { count: reading.problems.length })}</h2>${problemList(say, reading.problems, address)}</div>`;
}
