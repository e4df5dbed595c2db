import { html } from 'hono/html';
import { CITATION_STYLES, cite } from '#formats/citation/write.ts';
import { type MessageKey, translate } from '#locale/translate.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import { longDate } from './moment.ts';
import type { Site } from './site.ts';
import { furnitureLanguage, languageAttributes } from './text-language.ts';

interface CiteView {
  readonly site: Site;
  readonly article: Article;
  /** As typed; empty when the whole is cited. */
  readonly asked: string;
  readonly paragraph: { readonly id: string; readonly number: number } | null;
  /** The revision that had the passage asked for, when this one has not. */
  readonly elsewhere: number | null;
  /** Whether the address names the revision. */
  readonly withRevision: boolean;
}

/** A revision, or one of its paragraphs, cited in every style. */
export function citePage({ site, article, asked, paragraph, elsewhere, withRevision }: CiteView): Html {
  const { slug, number, metadata, publishedAt } = article;
  const language = furnitureLanguage(metadata.language, site.language);
  const say = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const name = metadata.title ?? say('text.untitled');
  const url = `${site.publicUrl}/${slug}/${number}${paragraph ? `#${paragraph.id}` : ''}`;
  const cited = {
    metadata,
    url,
    siteName: site.name,
    revision: number,
    publishedAt,
    language,
    paragraph: paragraph?.number ?? null,
  };
  const body = html`<p class="above"><a href="/${slug}/${number}"${languageAttributes(metadata.language, language)}>${name}</a></p>
<h1>${say('text.cite')}</h1>
<p class="lead">${say('cite.lead', { number, date: longDate(publishedAt, language) })}</p>
<form class="search" action="/${slug}/cite">
${withRevision ? html`<input type="hidden" name="revision" value="${number}">` : ''}
<label for="paragraph">${say('cite.paragraph')}</label>
<input id="paragraph" name="paragraph" type="text" inputmode="numeric" autocomplete="off" size="8" value="${paragraph?.number ?? asked}"${asked && !paragraph ? html` aria-invalid="true" aria-describedby="no-paragraph"` : ''}>
<button type="submit">${say('cite.show')}</button></form>
${
  asked && !paragraph
    ? html`<p class="mistake" id="no-paragraph">${say('cite.no-paragraph', { asked })}
${elsewhere ? html`<a href="/${slug}/cite?revision=${elsewhere}&amp;paragraph=${asked}">${say('cite.passage-elsewhere', { number: elsewhere })}</a>` : ''}</p>`
    : ''
}
<dl class="citations">
${CITATION_STYLES.map((style) => {
  const text = cite({ ...cited, style });
  return html`<dt>${say(`cite.style.${style}`)}</dt><dd>${style === 'bibtex' ? html`<pre tabindex="0">${text}</pre>` : html`<p class="citation">${text}</p>`}</dd>`;
})}
</dl>
<p>${say('cite.address')} <a class="plain-address" href="${url}">${url}</a></p>
<p><a href="/${slug}/misprint${paragraph ? `?paragraph=${paragraph.id}` : ''}" rel="nofollow">${say('text.misprint')}</a></p>`;
  const title = say('cite.title', { title: name });
  return publicLayout({
    site,
    language,
    title,
    description: title,
    path: `/${slug}/cite`,
    body,
    unlisted: asked !== '' || withRevision,
  });
}
