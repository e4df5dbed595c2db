import { html } from 'hono/html';
import type { Validated } from '#domain/contribution.ts';
import type { ListedContribution } from '#operations/reads/forum.ts';
import type { Html } from '../../http/answer.ts';
import { xmlText } from '../atom.ts';
import type { Site } from '../site.ts';
import { sayIn } from './said.ts';

interface ForumFeed {
  readonly site: Site;
  readonly title: string;
  /** Latest validated first. */
  readonly entries: readonly Validated<ListedContribution>[];
  readonly path: string;
  readonly page: string;
}

/** RFC 4287, with RFC 4685 for what answers what. */
export function forumFeed({ site, title, entries, path, page }: ForumFeed): Html {
  const updated = entries[0]?.validatedAt ?? '1970-01-01T00:00:00Z';
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${site.language}">
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

function feedEntry(one: Validated<ListedContribution>, { publicUrl, language }: Site): Html {
  const { id, slug, parentId, subject, name } = one;
  const say = sayIn(language);
  return html`<entry>
<id>${urnOf(id)}</id>
<title>${xmlText(subject ?? say('forum.untitled', { name }))}</title>
<link rel="alternate" type="text/html" href="${publicUrl}/${slug}/forum/${id}"/>
${
  parentId === null
    ? ''
    : html`<thr:in-reply-to ref="${urnOf(parentId)}"/>
`
}<published>${one.receivedAt}</published>
<updated>${one.validatedAt}</updated>
<author><name>${xmlText(name)}</name></author>
<content type="html">${xmlText(one.html)}</content>
</entry>
`;
}

const urnOf = (id: string) => `urn:stet:contribution:${id}`;
