import { html } from 'hono/html';
import type { Metadata } from '#domain/metadata.ts';
import { translate } from '#locale/translate.ts';
import type { Comparison } from '#text/compare-trees.ts';
import type { Html } from '../http/answer.ts';
import { comparisonView } from './comparison.ts';
import { publicLayout } from './layout.ts';
import type { Site } from './site.ts';
import { furnitureLanguage, languageAttributes } from './text-language.ts';

interface Compare {
  readonly site: Site;
  readonly slug: string;
  readonly metadata: Metadata;
  readonly from: number;
  readonly to: number;
  readonly comparison: Comparison;
}

export function comparePage({ site, slug, metadata, from, to, comparison }: Compare): Html {
  const language = furnitureLanguage(metadata.language, site.language);
  const name = metadata.title ?? translate(language, 'text.untitled');
  const title = translate(language, 'compare.title', { title: name, from, to });
  const body = html`<p class="above"><a href="/${slug}"${languageAttributes(metadata.language, language)}>${name}</a> · <a href="/${slug}/history">${translate(language, 'text.history')}</a></p>
<h1>${translate(language, 'compare.heading', { from, to })}</h1>
${comparisonView({ comparison, language, textLanguage: metadata.language })}`;
  return publicLayout({ site, language, title, description: title, path: `/${slug}/compare/${from}..${to}`, body });
}
