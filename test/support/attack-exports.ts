// Another site's forum whose visitors attacked it: a file of each kind, read as it would be, their words in every field.
import type { ForumFormat } from '#formats/forum/detect.ts';
import type { ImportedContribution } from '#formats/forum/imported.ts';
import { readForum } from '#formats/forum/read.ts';

interface Words {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

/** `from` is the first number they have over there. */
export function attackExport(
  format: ForumFormat,
  { all, from }: { readonly all: readonly Words[]; readonly from: number },
): readonly ImportedContribution[] {
  const bytes = new TextEncoder().encode(WRITERS[format](all, from));
  return [...readForum(format, [bytes])].flatMap((piece) =>
    piece.kind === 'contribution' ? [piece.contribution] : [],
  );
}

// What a site writes into CDATA has its ends apart, and what XML cannot hold is not in it.
const cdata = (text: string) =>
  `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>').replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')}]]>`;
const quoted = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;

/** Strings of which a reader sees the same, at the same second, would be one held twice. */
const minute = (at: number) => String(at % 60).padStart(2, '0');

const WRITERS: Readonly<Record<ForumFormat, (all: readonly Words[], from: number) => string>> = {
  jsonl: (all, from) =>
    all
      .map(({ name, subject, body }, at) => {
        const times = { receivedAt: '2026-01-02T03:04:05Z', email: null };
        const revisions = [{ revision: 1, name, subject, body, receivedAt: times.receivedAt }];
        const decisions = [
          { revision: 1, decision: 'validate', ground: 'read', reason: body.slice(0, 300), at: times.receivedAt },
        ];
        const place = { text: 'a', title: subject, parent: null, block: null, quote: body.slice(0, 200) };
        return `${JSON.stringify({ stetForum: 1, id: `x${from + at}`, ...place, state: 'validated', ...times, revisions, decisions })}\n`;
      })
      .join(''),
  wxr: (all, from) =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>x</title><wp:post_id>1</wp:post_id>${all
      .map(
        ({ name, body }, at) =>
          `<wp:comment><wp:comment_id>${from + at}</wp:comment_id><wp:comment_author>${cdata(name)}</wp:comment_author><wp:comment_date_gmt>2009-05-24 18:${minute(at)}:11</wp:comment_date_gmt><wp:comment_content>${cdata(`w ${body}`)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`,
      )
      .join('')}</item></channel></rss>`,
  disqus: (all, from) =>
    `<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="7"><id>x</id><title>x</title></thread>${all
      .map(
        ({ name, body }, at) =>
          `<post dsq:id="${from + at}"><id/><message>${cdata(`w ${body}`)}</message><createdAt>2012-02-02T12:${minute(at)}:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><isApproved>true</isApproved><author><name>${cdata(name)}</name></author><thread dsq:id="7"/></post>`,
      )
      .join('')}</disqus>`,
  isso: (all, from) =>
    `PRAGMA foreign_keys=OFF;
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256), title VARCHAR(256));
CREATE TABLE comments (tid INTEGER, id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT, mode INTEGER, text VARCHAR, author VARCHAR, email VARCHAR);
INSERT INTO threads VALUES(1,'/x/','x');
${all.map(({ name, body }, at) => `INSERT INTO comments VALUES(1,${from + at},NULL,${1713866172 + 60 * at}.25,1,${quoted(`w ${body}`)},${quoted(name)},NULL);\n`).join('')}`,
  spip: (all, from) =>
    `PRAGMA foreign_keys=OFF;
CREATE TABLE spip_forum (id_forum INTEGER, id_objet bigint, objet VARCHAR(25), id_parent bigint, date_heure datetime, titre text, texte text, auteur text, email_auteur text, statut varchar(8));
${all.map(({ name, subject, body }, at) => `INSERT INTO spip_forum VALUES(${from + at},1,'article',0,'2019-07-01 08:${minute(at)}:00',${quoted(subject)},${quoted(`w ${body}`)},${quoted(name)},'','publie');\n`).join('')}`,
};
