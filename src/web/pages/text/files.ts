import { Refusal } from '#domain/refusal.ts';
import { writeJson } from '#formats/json/write.ts';
import { type Article, readArticle, readRevisionFiles } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Page, Visit } from '../../http/route.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from './find-text.ts';
import { mementoHeaders, timeMap } from './memento.ts';

type Files = NonNullable<Awaited<ReturnType<typeof readRevisionFiles>>>;

interface FileKind {
  readonly contentType: string;
  readonly write: (files: Files & Pick<Article, 'checkpoint'>, url: string, slug: string) => string;
}

/** What a text can be taken away as, by the end of its address. */
const KINDS = {
  md: { contentType: 'text/markdown; charset=utf-8', write: ({ source }) => source },
  // The transcription and nothing else: what was read comes back byte for byte.
  txt: { contentType: 'text/plain; charset=utf-8', write: ({ plainText }) => plainText },
  json: {
    contentType: 'application/json; charset=utf-8',
    write: (files, url, slug) => writeJson({ ...files, url, slug, checkpoint: files.checkpoint?.note ?? null }),
  },
} as const satisfies Readonly<Record<string, FileKind>>;

/** `/<slug>.md` gives the revision of now, `/<slug>/2.md` the second. */
export const textFile =
  (extension: keyof typeof KINDS): Page =>
  async (visit: Visit): Promise<Answer> => {
    const { context, params } = visit;
    const number = params.number === undefined ? undefined : revisionNumber(params.number);
    const found = await findText(visit);
    if (found.kind === 'elsewhere') return found.answer;
    const article = await readArticle(context, { slug: found.slug, ...(number ? { number } : {}) });
    const files = article && (await readRevisionFiles(context, { slug: found.slug, number: article.number }));
    if (!article || !files) throw new Refusal('not-found');
    const { publicUrl } = siteOf(visit);
    const url = `${publicUrl}/${found.slug}/${article.number}`;
    const { contentType, write }: FileKind = KINDS[extension];
    const { link, ...dated } = mementoHeaders(article, publicUrl);
    return {
      kind: 'bytes',
      contentType,
      body: write({ ...files, checkpoint: article.checkpoint }, url, found.slug),
      headers: {
        ...(number ? dated : {}),
        link: `<${url}>; rel="canonical", ${link}`,
        'x-robots-tag': 'noindex',
        ...checkpointHeader(article),
      },
    };
  };

/** An export stays what was read, byte for byte: the head it stands under goes beside it. */
function checkpointHeader({ checkpoint }: Article): Readonly<Record<string, string>> {
  return checkpoint ? { 'stet-checkpoint': `${checkpoint.origin} ${checkpoint.size} ${checkpoint.root}` } : {};
}

export async function timeMapFile(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await readArticle(visit.context, { slug: found.slug });
  if (!article) throw new Refusal('not-found');
  return {
    kind: 'bytes',
    contentType: 'application/link-format; charset=utf-8',
    body: timeMap(article, siteOf(visit).publicUrl),
  };
}
