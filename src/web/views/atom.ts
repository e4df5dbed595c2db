import { html } from 'hono/html';
import type { TextEntry } from '#domain/entry.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import type { Site } from './site.ts';
import { furnitureLanguage } from './text-language.ts';

interface Feed {
  readonly site: Site;
  readonly title: string;
  readonly entries: readonly TextEntry[];
  /** The feed's own address, and the page it goes with. */
  readonly path: string;
  readonly page: string;
}

/** RFC 4287. What escapes HTML escapes XML: no other entities are used. */
export function atomFeed({ site, title, entries, path, page }: Feed): Html {
  const updated = entries[0]?.publishedAt ?? '1970-01-01T00:00:00Z';
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${site.publicUrl}${path}</id>
<title>${xmlText(title)}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${site.publicUrl}${path}"/>
<link rel="alternate" type="text/html" href="${site.publicUrl}${page}"/>
<author><name>${xmlText(site.name)}</name></author>
<generator>Stet</generator>
${entries.map((entry) => feedEntry(entry, site))}
</feed>
`;
}

function feedEntry(entry: TextEntry, { publicUrl, language }: Site): Html {
  const { textId, slug, number, title, authors, publishedAt, firstPublishedAt, excerpt } = entry;
  const said = furnitureLanguage(entry.language, language);
  const shown = number === 1 ? title : translate(said, 'feed.revised', { title, number });
  return html`<entry xml:lang="${entry.language ?? language}">
<id>${`urn:stet:${textId}:${number}`}</id>
<title>${xmlText(shown)}</title>
<link rel="alternate" type="text/html" href="${publicUrl}/${slug}"/>
<published>${firstPublishedAt}</published>
<updated>${publishedAt}</updated>
${authors.map((name) => html`<author><name>${xmlText(name)}</name></author>`)}
<summary>${xmlText(excerpt)}</summary>
</entry>
`;
}

// XML has no place for control characters, not even escaped.
export const xmlText = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
