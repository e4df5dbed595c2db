import { html } from 'hono/html';
import type { Html } from '../../http/answer.ts';
import type { Period } from './periods.ts';

const WIDTH = 640;
const HEIGHT = 180;
const LEFT = 44;
const FOOT = 24;
const TOP = 12;
const WIDEST_BAR = 48;

interface Chart {
  readonly title: string;
  readonly periods: readonly Period[];
  readonly shown: (period: string) => string;
  readonly number: (value: number) => string;
}

/** Stacked bars, drawn here: no script, no style of its own. The table beside it says the same in figures. */
export function periodChart({ title, periods, shown, number }: Chart): Html {
  const most = Math.max(1, ...periods.map(totalOf));
  const step = (WIDTH - LEFT) / periods.length;
  const width = Math.min(step * 0.7, WIDEST_BAR);
  const scale = (HEIGHT - TOP - FOOT) / most;
  const ground = HEIGHT - FOOT;
  const every = Math.ceil(periods.length / 8);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<line class="axis" x1="${LEFT}" y1="${ground}" x2="${WIDTH}" y2="${ground}"/>
<line class="grid" x1="${LEFT}" y1="${TOP}" x2="${WIDTH}" y2="${TOP}"/>
<text x="${LEFT - 6}" y="${TOP + 4}" text-anchor="end">${number(most)}</text>
<text x="${LEFT - 6}" y="${ground + 4}" text-anchor="end">${number(0)}</text>
${periods.map((period, at) => {
  const middle = LEFT + step * (at + 0.5);
  return html`${bar(period, middle - width / 2, width, ground, scale)}
${at % every === 0 ? html`<text x="${fixed(middle)}" y="${HEIGHT - 6}" text-anchor="middle">${shown(period.name)}</text>` : ''}`;
})}
</svg>`;
}

function bar({ counts }: Period, x: number, width: number, ground: number, scale: number): readonly Html[] {
  let top = ground;
  return counts.map((count, at) => {
    const height = count * scale;
    top -= height;
    return html`<rect class="kind-${at}" x="${fixed(x)}" y="${fixed(top)}" width="${fixed(width)}" height="${fixed(height)}"/>`;
  });
}

const totalOf = ({ counts }: Period) => counts.reduce((total, count) => total + count, 0);
const fixed = (value: number) => String(Math.round(value * 10) / 10);
