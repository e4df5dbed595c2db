import { html } from 'hono/html';
import type { Term } from '#domain/entry.ts';
import type { Language } from '#locale/translate.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';

/** Names with how many texts stand under each; `folder` is the first part of their addresses. */
export function termList(terms: readonly Term[], folder: string, language: Language): Html {
  return html`<ul class="terms">
${terms.map(({ slug, name, texts }) => {
  const count = translate(language, 'term.texts', { count: texts });
  return html`<li><a href="/${folder}/${slug}">${name}</a> <span class="count" title="${count}">${texts}</span></li>`;
})}
</ul>`;
}
