import { html } from 'hono/html';
import type { ProofFigures } from '#operations/reads/proof-figures.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import type { Say } from '../say.ts';

const HEIGHT = 120;
const STEP = 48;
const BAR = 18;
const LABEL = 20;

/** Answers month by month, accepted beside stet: as bars, and as a table for whoever does not see them. */
export function monthChart(visit: Visit, say: Say, months: ProofFigures['months']): Html {
  if (months.length === 0) return html`<p class="quiet">${say('desk.proofing.no-answers')}</p>`;
  const most = Math.max(...months.flatMap(({ accepted, stet }) => [accepted, stet]));
  const name = (month: string) =>
    new Intl.DateTimeFormat(visit.language, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
  const bar = (count: number, x: number, kind: string) => {
    const height = Math.round((count / most) * HEIGHT);
    return html`<rect class="${kind}" x="${x}" y="${HEIGHT - height}" width="${BAR}" height="${height}"/>`;
  };
  return html`<svg class="chart" viewBox="0 0 ${months.length * STEP} ${HEIGHT + LABEL}" width="${months.length * STEP}" height="${HEIGHT + LABEL}" aria-hidden="true" focusable="false">
${months.map(({ month, accepted, stet }, index) => html`${bar(accepted, index * STEP + 4, 'accepted')}${bar(stet, index * STEP + 4 + BAR, 'stet')}<text x="${index * STEP + 4 + BAR}" y="${HEIGHT + LABEL - 5}" text-anchor="middle">${name(month)}</text>`)}
</svg>
<table class="texts"><caption class="hidden">${say('desk.proofing.months')}</caption>
<thead><tr><th scope="col">${say('desk.proofing.month')}</th><th scope="col"><span class="swatch accepted"></span>${say('desk.proofing.accepted')}</th><th scope="col"><span class="swatch stet"></span>${say('desk.proofing.stet')}</th></tr></thead>
<tbody>${months.map(({ month, accepted, stet }) => html`<tr><th scope="row">${name(month)}</th><td class="number">${accepted}</td><td class="number">${stet}</td></tr>`)}</tbody></table>`;
}
