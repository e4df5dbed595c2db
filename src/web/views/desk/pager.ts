import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Say } from './say.ts';

interface Pages {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly pathOf: (page: number) => string;
}

/** The way to the pages before and after; nothing where there is one page. */
export function pager(say: Say, { page, pages, pathOf }: Pages): Html {
  if (pages < 2) return html``;
  return html`<nav class="pager" aria-label="${say('desk.pages')}">
${page > 1 ? html`<a rel="prev" href="${pathOf(page - 1)}">${say('desk.previous')}</a>` : ''}
<span>${say('desk.page-of', { page, pages })}</span>
${page < pages ? html`<a rel="next" href="${pathOf(page + 1)}">${say('desk.next')}</a>` : ''}</nav>`;
}
