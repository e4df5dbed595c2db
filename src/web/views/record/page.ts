import { html } from 'hono/html';
import { isWithdrawalGround } from '#domain/withdrawal.ts';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { RecordedAct, RecordOverview } from '#operations/reads/record.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { longDate } from '../moment.ts';
import type { Site } from '../site.ts';
import { periodChart } from './chart.ts';
import { periodShown, periodsOf } from './periods.ts';

type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

/** What the record holds, in figures and as a picture, and how anybody checks it. */
export function recordPage({ site, record }: { readonly site: Site; readonly record: RecordOverview | null }): Html {
  const { language } = site;
  const say: Say = (key, values) => translate(language, key, values);
  const [title, lead] = [say('record.title'), say('record.lead')];
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${
  record
    ? html`${countsSection(record, say, language)}
${actsSection(record.acts, say, language)}
${headSection(record, say, language)}`
    : html`<p>${say('record.empty')}</p>`
}
${checkSection(site, say, record?.acts.find(({ slug, title: name }) => slug !== null && name !== null)?.slug ?? null)}`;
  const feed = { path: '/record.atom', title: `${title} · ${site.name}` };
  return publicLayout({ site, language, title, description: lead, path: '/record', body, feed });
}

function countsSection({ counts }: RecordOverview, say: Say, language: Language): Html {
  const { kinds, periods } = periodsOf(counts);
  const format = new Intl.NumberFormat(language);
  const number = (value: number) => format.format(value);
  const shown = (name: string) => periodShown(name, language);
  const sums = kinds.map((_, at) => periods.reduce((total, period) => total + (period.counts[at] ?? 0), 0));
  const head = kinds.map(
    (kind, at) =>
      html`<th scope="col"><span class="key kind-${at}" aria-hidden="true"></span> ${say(kindKey(kind))}</th>`,
  );
  return html`<section><h2>${say('record.counts')}</h2>
${periodChart({ title: say('record.chart'), periods, shown, number })}
<section class="wide-table" tabindex="0" aria-label="${say('record.counts.caption')}"><table class="counts">
<caption>${say('record.counts.caption')}</caption>
<thead><tr><th scope="col">${say('record.period')}</th>${head}</tr></thead>
<tbody>${periods.toReversed().map(
    (
      period,
    ) => html`<tr><th scope="row">${shown(period.name)}</th>${period.counts.map((count) => html`<td>${number(count)}</td>`)}</tr>
`,
  )}</tbody>
<tfoot><tr><th scope="row">${say('record.total')}</th>${sums.map((sum) => html`<td>${number(sum)}</td>`)}</tr></tfoot>
</table></section>
${groundsList(counts, say)}</section>`;
}

function groundsList(counts: RecordOverview['counts'], say: Say): Html | '' {
  const withdrawals = counts.filter(({ kind }) => kind === 'revision.withdraw');
  const byGround = Map.groupBy(withdrawals, ({ detail }) => detail);
  if (byGround.size === 0) return '';
  const rows = [...byGround].map(([ground, rows]) => ({
    ground: isWithdrawalGround(ground) ? say(`withdrawal.${ground}`) : ground,
    count: rows.reduce((total, { leaves }) => total + leaves, 0),
  }));
  return html`<h3>${say('record.grounds')}</h3>
<ul class="grounds">${rows.map(({ ground, count }) => html`<li>${say('record.ground', { ground, count })}</li>`)}</ul>`;
}

function actsSection(acts: readonly RecordedAct[], say: Say, language: Language): Html {
  return html`<section><h2>${say('record.acts')}</h2>
<ol class="acts" reversed>${acts.map(
    (
      act,
    ) => html`<li value="${act.index}"><time datetime="${act.leaf.at}">${longDate(act.leaf.at, language)}</time> · ${say(kindKey(act.leaf.kind))}${actSubject(act, say)}</li>
`,
  )}</ol>
<p><a href="/record.atom">${say('record.feed')}</a> · <a href="/record/forum">${say('register.link')}</a></p></section>`;
}

function actSubject({ leaf, slug, title }: RecordedAct, say: Say): Html | '' {
  if (!('revision' in leaf) || slug === null) return '';
  const name =
    title === null
      ? html`<a href="/${slug}">/${slug}</a>`
      : html`<cite><a href="/${slug}/${leaf.revision}">${title}</a></cite>`;
  const ground =
    'ground' in leaf && isWithdrawalGround(leaf.ground) ? html` (${say(`withdrawal.${leaf.ground}`)})` : '';
  return html` · ${name}, ${say('record.revision', { number: leaf.revision })}${ground}`;
}

function headSection({ head }: RecordOverview, say: Say, language: Language): Html {
  const { origin, prefix, verifierKeys, checkpoint } = head;
  return html`<section class="head"><h2>${say('record.head')}</h2>
<p>${say('record.head.text', { origin, count: checkpoint.size, date: longDate(checkpoint.signedAt, language) })}</p>
<pre tabindex="0" aria-label="${say('record.checkpoint')}"><code>${checkpoint.note}</code></pre>
<p>${say('record.key')}</p>
<pre tabindex="0" aria-label="${say('record.key')}"><code>${verifierKeys.map(
    (key) => html`${key}
`,
  )}</code></pre>
<p><a href="/${prefix}/checkpoint">${say('record.checkpoint')}</a> · <a href="/.well-known/stet-log">${say('record.description')}</a></p></section>`;
}

function checkSection({ publicUrl }: Site, say: Say, slug: string | null): Html {
  return html`<section><h2>${say('record.check')}</h2>
<p>${say('record.check.page')}</p>
<p>${say('record.check.files')}</p>
${slug === null ? '' : html`<pre tabindex="0" aria-label="${say('record.check')}"><code>${checkCommands(`${publicUrl}/${slug}/1`)}</code></pre>`}
<p>${say('record.check.proof')}</p>
<p>${say('record.check.keep')}</p>
<h3>${say('record.claim')}</h3>
<p>${say('record.claim.text')}</p></section>`;
}

/** What anybody types, with programs nobody here wrote. */
export function checkCommands(address: string): string {
  return `curl -sO "${address}/{manifest.txt,body.html,metadata.json,plain.txt,source.md}"
sha256sum -c manifest.txt
sha256sum manifest.txt
curl -s "${address}.tlog-proof"
`;
}

const kindKey = (kind: RecordedAct['leaf']['kind'] | string) => `record.kind.${kind}` as MessageKey;
