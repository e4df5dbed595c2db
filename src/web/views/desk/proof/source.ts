import { html } from 'hono/html';
import type { OpenFinding } from '#operations/reads/proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** Beyond this the page would be slower to load than the editor is to open. */
const LONGEST_SHOWN = 400_000;

/** The source with every finding marked: where the excerpt beside is too short to judge by. */
export function sourceView(say: Say, source: string, findings: readonly OpenFinding[]): Html {
  return html`<section class="shown" aria-labelledby="source-title" tabindex="0"><header><h2 id="source-title">${say('desk.proof.source')}</h2></header>
${source.length > LONGEST_SHOWN ? html`<p class="leaf quiet">${say('desk.proof.no-source')}</p>` : html`<div class="leaf proof-source">${marked(source, findings)}</div>`}</section>`;
}

// A long finding may hold short ones: each mark ends where the next begins, so that every finding has its place.
function marked(source: string, findings: readonly OpenFinding[]): readonly (Html | string)[] {
  const places = new Map(findings.map(({ start, end }) => [start, end]));
  const starts = [...places.keys()].sort((a, b) => a - b);
  // The front matter is not proofed.
  let from = /^---\n[\s\S]*?\n---\n+/.exec(source)?.[0].length ?? 0;
  const parts = starts.flatMap((start, index) => {
    const end = Math.min(places.get(start)!, starts[index + 1] ?? source.length);
    const between = source.slice(from, start);
    from = end;
    return [between, html`<mark id="at-${start}">${source.slice(start, end)}</mark>`];
  });
  return [...parts, source.slice(from)];
}
