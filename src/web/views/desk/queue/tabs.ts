import { html } from 'hono/html';
import { CONTRIBUTION_STATES, type ContributionState } from '#domain/contribution.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

export interface Waiting {
  readonly main: number;
  readonly spam: number;
  readonly misprints: number;
}

/** Beyond this nobody counts: the number would cost more than it tells. */
const MOST_COUNTED = 9999;
const DECIDED = CONTRIBUTION_STATES.filter((state) => state !== 'waiting' && state !== 'erased');

/** What waits, by kind; then what was decided. */
export function queueTabs(say: Say, counts: Waiting, current: keyof Waiting | ContributionState): Html {
  const tab = (kind: keyof Waiting, href: string) =>
    html`<li><a href="${href}"${kind === current ? html` aria-current="page"` : ''}>${say(`queue.lane.${kind}`)} <span class="count" data-count="${kind}">${countShown(counts[kind])}</span></a></li>`;
  return html`<nav class="queue-tabs" aria-label="${say('queue.lanes')}"><ul>
${tab('main', '/desk/queue')}${tab('spam', '/desk/queue?lane=spam')}${tab('misprints', '/desk/misprints')}
</ul><ul class="decided" aria-label="${say('queue.decided')}">${DECIDED.map(
    (state) =>
      html`<li><a href="/desk/queue?state=${state}&amp;order=newest"${state === current ? html` aria-current="page"` : ''}>${say(`queue.state.${state}`)}</a></li>`,
  )}</ul></nav>`;
}

export const countShown = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));
