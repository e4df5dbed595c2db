// RFC 7089: each revision is a memento of the text's address, which is its own time gate.
import { Refusal } from '#domain/refusal.ts';
import type { RedirectAnswer } from '../../http/answer.ts';

interface Dated {
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly revisions: readonly { readonly number: number; readonly publishedAt: string }[];
}

type Headers = Readonly<Record<string, string>>;

const VARY = 'Accept-Encoding, Accept-Datetime';

export function originalHeaders({ slug, revisions }: Dated, publicUrl: string): Headers {
  const [first, last] = ends(revisions);
  const link = [
    ...timeLinks(slug, publicUrl),
    ...mementoLinks(slug, publicUrl, [
      ['first', first],
      ['last', last],
    ]),
  ];
  return { vary: VARY, link: link.join(', ') };
}

export function mementoHeaders({ slug, number, publishedAt, revisions }: Dated, publicUrl: string): Headers {
  const at = (wanted: number) => revisions.find((revision) => revision.number === wanted);
  const [first, last] = ends(revisions);
  const around = mementoLinks(slug, publicUrl, [
    ['first', first],
    ['prev', at(number - 1)],
    ['next', at(number + 1)],
    ['last', last],
  ]);
  return { 'memento-datetime': httpDate(publishedAt), link: [...timeLinks(slug, publicUrl), ...around].join(', ') };
}

/** Where an Accept-Datetime header leads: the revision that stood then, else the first. Nothing when none is sent. */
export function timeGate({
  article,
  publicUrl,
  wanted,
}: {
  readonly article: Dated;
  readonly publicUrl: string;
  readonly wanted: string | readonly string[] | undefined;
}): RedirectAnswer | null {
  if (wanted === undefined) return null;
  const moment = Date.parse(String(wanted));
  if (Number.isNaN(moment)) throw new Refusal('bad-request');
  const inOrder = article.revisions.toSorted((a, b) => a.number - b.number);
  const chosen = inOrder.findLast((revision) => Date.parse(revision.publishedAt) <= moment) ?? inOrder[0];
  const headers = originalHeaders(article, publicUrl);
  return { kind: 'redirect', to: `/${article.slug}/${chosen?.number ?? article.number}`, status: 302, headers };
}

/** The list of all mementos, in the format of RFC 6690. */
export function timeMap({ slug, revisions }: Dated, publicUrl: string): string {
  const mementos = revisions
    .toSorted((a, b) => a.number - b.number)
    .map(
      (revision) =>
        `<${publicUrl}/${slug}/${revision.number}>; rel="memento"; datetime="${httpDate(revision.publishedAt)}"`,
    );
  return `${[...timeLinks(slug, publicUrl, 'self'), ...mementos].join(',\n')}\n`;
}

function timeLinks(slug: string, publicUrl: string, mapRelation = 'timemap'): string[] {
  const address = `${publicUrl}/${slug}`;
  return [
    `<${address}>; rel="original timegate"`,
    `<${address}/timemap>; rel="${mapRelation}"; type="application/link-format"`,
  ];
}

type Near = readonly [relation: string, revision: Dated['revisions'][number] | undefined];

/** One link a revision: the first may be the last too. */
function mementoLinks(slug: string, publicUrl: string, near: readonly Near[]): string[] {
  const there = near.filter((row): row is [string, Dated['revisions'][number]] => row[1] !== undefined);
  return [...Map.groupBy(there, ([, revision]) => revision)].map(([revision, rows]) => {
    const relations = rows.map(([relation]) => relation).join(' ');
    return `<${publicUrl}/${slug}/${revision.number}>; rel="${relations} memento"; datetime="${httpDate(revision.publishedAt)}"`;
  });
}

function ends(revisions: Dated['revisions']) {
  const inOrder = revisions.toSorted((a, b) => a.number - b.number);
  return [inOrder[0], inOrder.at(-1)] as const;
}

const httpDate = (iso: string) => new Date(iso).toUTCString();
