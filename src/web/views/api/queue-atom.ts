import { html } from 'hono/html';
import { translate } from '#locale/translate.ts';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '../../http/answer.ts';
import { xmlText } from '../atom.ts';
import type { Site } from '../site.ts';

interface QueueAtom {
  readonly site: Site;
  /** The newest first. */
  readonly items: readonly QueueItem[];
}

/** RFC 4287. The words stand in it as plain text: no feed reader makes anything of them. */
export function queueAtom({ site, items }: QueueAtom): Html {
  const { publicUrl, language, name } = site;
  const queue = `${publicUrl}/desk/queue`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${queue}</id>
<title>${translate(language, 'queue-feed.title', { site: name })}</title>
<updated>${items[0]?.receivedAt ?? '1970-01-01T00:00:00Z'}</updated>
<link rel="alternate" type="text/html" href="${queue}"/>
<author><name>${xmlText(name)}</name></author>
${items.map(
  ({ id, revision, words, text, receivedAt }) => html`<entry>
<id>${`urn:stet:contribution:${id}:${revision}`}</id>
<title>${xmlText(translate(language, 'queue-feed.entry', { name: words.name, title: text.title ?? '' }))}</title>
<link rel="alternate" type="text/html" href="${queue}/${id}"/>
<updated>${receivedAt}</updated>
<author><name>${xmlText(words.name)}</name></author>
<content type="text">${xmlText([words.subject, words.body].filter(Boolean).join('\n\n'))}</content>
</entry>
`,
)}
</feed>
`;
}
