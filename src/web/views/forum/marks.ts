// What readers wrote stands by the paragraph it is about: a mark in the margin, put into the page of the text when it is set. The
// body that the record vouches for stays as it is, and the page of a revision (`/slug/2`) shows just that.
import type { Forum } from '#operations/reads/forum.ts';
import { escapeHtml } from '#text/escape-html.ts';
import type { Say } from './said.ts';

interface Marks {
  readonly slug: string;
  readonly say: Say;
  readonly forum: Pick<Forum, 'blockCounts' | 'mode'>;
}

// <a class="number" href="#k3f9qa" aria-label="Paragraph 12" data-number="12"></a>
const NUMBER = /<a class="number" href="#([^"]+)"[^>]* data-number="(\d+)"><\/a>/g;

/** After the number of each paragraph the way to what was written on it; where nothing was, the way to be the first. */
export function markedBody(bodyHtml: string, { slug, say, forum }: Marks): string {
  const { blockCounts, mode } = forum;
  return bodyHtml.replace(NUMBER, (link, id: string, number: string) => {
    const count = blockCounts[id] ?? 0;
    if (count === 0 && mode === 'closed') return link;
    const label = count === 0 ? say('forum.mark.answer', { number }) : say('forum.mark', { count, number });
    const shown = count === 0 ? '' : ` data-count="${count}"`;
    return `${link}<a class="mark" href="/${slug}/forum?paragraph=${id}" aria-label="${escapeHtml(label)}"${shown}></a>`;
  });
}
