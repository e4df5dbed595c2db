import { html } from 'hono/html';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';

interface Paging {
  readonly language: Language;
  readonly page: number;
  readonly pages: number;
  /** The address of a page of this list. */
  readonly pathOf: (page: number) => string;
  /** What is paged, for those who cannot see it. */
  readonly label?: MessageKey;
}

export function paging({ language, page, pages, pathOf, label = 'paging.label' }: Paging): Html | '' {
  if (pages <= 1) return '';
  const link = (to: number, rel: 'prev' | 'next', key: 'paging.previous' | 'paging.next') =>
    html`<a rel="${rel}" href="${pathOf(to)}">${translate(language, key)}</a>`;
  return html`<nav class="paging" aria-label="${translate(language, label)}">
${page > 1 ? link(page - 1, 'prev', 'paging.previous') : ''}
<span>${translate(language, 'paging.where', { page, pages })}</span>
${page < pages ? link(page + 1, 'next', 'paging.next') : ''}
</nav>`;
}

/** The one address of a page of a list. */
export const pagePath = (path: string, page: number) => (page === 1 ? path : `${path}?page=${page}`);
