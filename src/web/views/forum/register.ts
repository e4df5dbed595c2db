import { html } from 'hono/html';
import type { Language, MessageKey } from '#locale/translate.ts';
import type { Register, RegisterMonth } from '#operations/reads/register.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { periodChart } from '../record/chart.ts';
import { periodShown } from '../record/periods.ts';
import type { Site } from '../site.ts';
import { type Say, sayIn } from './said.ts';

/** Stacked in the chart, and a column each in the table. */
const DECIDED = ['validated', 'refused', 'spam', 'withdrawn', 'erased'] as const;
type Decided = (typeof DECIDED)[number];
/** An erasure decides nothing: it follows. */
const CHARTED = DECIDED.filter((what) => what !== 'erased');

interface RegisterView {
  readonly site: Site;
  readonly register: Register;
  /** What a ground of refusal is called; one that is not in the list any more shows its code. */
  readonly groundLabels: Readonly<Record<string, string>>;
}

/** What the forums received and what became of it, in figures and as a picture. */
export function registerPage({ site, register, groundLabels }: RegisterView): Html {
  const { language } = site;
  const say = sayIn(language);
  const [title, lead] = [say('register.title'), say('register.lead')];
  const body = html`<p class="above"><a href="/record">${say('record.title')}</a></p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
${
  register.months.length === 0
    ? html`<p>${say('register.empty')}</p>`
    : html`<section class="wide-table" tabindex="0" aria-label="${say('register.caption')}">
${chart(register, say, language)}
${monthTable(register, say, language)}</section>
${groundTable(register, groundLabels, say, language)}`
}
<p class="check"><a href="/record">${say('register.check')}</a></p>`;
  return publicLayout({ site, language, title, description: lead, path: '/record/forum', body });
}

function chart({ months }: Register, say: Say, language: Language): Html {
  const format = new Intl.NumberFormat(language);
  const periods = months.map((month) => ({ name: month.month, counts: CHARTED.map((what) => countOf(month, what)) }));
  return periodChart({
    title: say('register.chart'),
    periods,
    shown: (name) => periodShown(name, language),
    number: (value) => format.format(value),
  });
}

function monthTable({ months, totals }: Register, say: Say, language: Language): Html {
  const format = new Intl.NumberFormat(language);
  const row = (name: Html | string, one: Omit<RegisterMonth, 'month'>) => html`<tr><th scope="row">${name}</th>
<td>${format.format(one.received)}</td>${DECIDED.map((what) => html`<td>${format.format(countOf(one, what))}</td>`)}<td>${waitShown(one.medianWaitSeconds, say)}</td></tr>
`;
  return html`<table class="counts register">
<caption>${say('register.caption')}</caption>
<thead><tr><th scope="col">${say('register.month')}</th><th scope="col">${say('register.received')}</th>${DECIDED.map(
    (what, at) =>
      html`<th scope="col">${at < CHARTED.length ? html`<span class="key kind-${at}" aria-hidden="true"></span> ` : ''}${say(`register.${what}`)}</th>`,
  )}<th scope="col">${say('register.wait')}</th></tr></thead>
<tbody>${months.toReversed().map((month) => row(periodShown(month.month, language), month))}</tbody>
<tfoot>${row(say('register.total'), totals)}</tfoot>
</table>`;
}

function groundTable(
  { totals }: Register,
  labels: RegisterView['groundLabels'],
  say: Say,
  language: Language,
): Html | '' {
  const grounds = Object.entries(totals.refused).sort(([, one], [, other]) => other - one);
  if (grounds.length === 0) return '';
  const format = new Intl.NumberFormat(language);
  return html`<section><h2>${say('register.grounds')}</h2>
<table class="counts grounds"><thead><tr><th scope="col">${say('register.ground')}</th><th scope="col">${say('register.count')}</th></tr></thead>
<tbody>${grounds.map(([code, count]) => html`<tr><th scope="row">${labels[code] ?? code}</th><td>${format.format(count)}</td></tr>`)}</tbody></table></section>`;
}

const countOf = (month: Omit<RegisterMonth, 'month'>, what: Decided) =>
  what === 'refused' ? Object.values(month.refused).reduce((sum, count) => sum + count, 0) : month[what];

const UNITS: readonly (readonly [key: MessageKey, seconds: number])[] = [
  ['register.wait.days', 86_400],
  ['register.wait.hours', 3600],
  ['register.wait.minutes', 60],
  ['register.wait.seconds', 1],
];

/** In the largest unit of which there are at least two. */
function waitShown(seconds: number | null, say: Say): string {
  if (seconds === null) return say('register.wait.none');
  const [key, unit] = UNITS.find(([, size]) => seconds >= 2 * size) ?? UNITS[UNITS.length - 1]!;
  return say(key, { count: Math.round(seconds / unit) });
}
