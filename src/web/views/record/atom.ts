import { html } from 'hono/html';
import { type MessageKey, translate } from '#locale/translate.ts';
import type { RecordedAct, RecordFeed, SignedHead } from '#operations/reads/record.ts';
import type { Html } from '../../http/answer.ts';
import { xmlText } from '../atom.ts';
import type { Site } from '../site.ts';

/** A log under its prefix, on a site. */
interface Place {
  readonly site: Site;
  readonly prefix: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly link: string;
  readonly content: string;
}

/** RFC 4287: whoever follows it keeps, without thinking of it, heads and leaves that the past can be held to. */
export function recordAtom({ site, prefix, acts, checkpoints }: RecordFeed & Place): Html {
  const entries = [
    ...checkpoints.map((head) => checkpointEntry(head, { site, prefix })),
    ...acts.map((act) => actEntry(act, { site, prefix })),
  ].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  const address = `${site.publicUrl}/record`;
  const self = `${address}.atom`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${self}</id>
<title>${translate(site.language, 'record.title')} · ${site.name}</title>
<updated>${entries[0]?.at ?? '1970-01-01T00:00:00Z'}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${address}"/>
<author><name>${site.name}</name></author>
<generator>Stet</generator>
${entries.map(
  ({ id, title, at, link, content }) => html`<entry>
<id>${id}</id>
<title>${xmlText(title)}</title>
<link rel="alternate" href="${link}"/>
<updated>${at}</updated>
<content type="text">${content}</content>
</entry>
`,
)}</feed>
`;
}

function checkpointEntry(
  { size, note, signedAt }: SignedHead,
  { site: { publicUrl, language }, prefix }: Place,
): Entry {
  return {
    id: `${publicUrl}/${prefix}/checkpoint#${size}`,
    title: translate(language, 'record.feed.checkpoint', { count: size }),
    at: signedAt,
    link: `${publicUrl}/${prefix}/checkpoint`,
    content: note,
  };
}

function actEntry({ index, leaf, slug, title }: RecordedAct, { site: { publicUrl, language }, prefix }: Place): Entry {
  const said = translate(language, `record.kind.${leaf.kind}` as MessageKey);
  const isOfRevision = 'revision' in leaf && slug !== null;
  return {
    // The first log's entries were named before there could be a second.
    id: `${publicUrl}/${prefix === 'log' ? 'record' : prefix}#${index}`,
    title: [said, title].filter(Boolean).join(' · '),
    at: leaf.at,
    link: isOfRevision ? `${publicUrl}/${slug}/${leaf.revision}` : `${publicUrl}/record`,
    content: JSON.stringify(leaf),
  };
}
