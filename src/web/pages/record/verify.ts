import { Refusal } from '#domain/refusal.ts';
import { readArticle } from '#operations/reads/published.ts';
import { readRecordHead } from '#operations/reads/record.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { verifyPage } from '../../views/record/verify.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from '../text/find-text.ts';

/** `/<slug>/<n>/verify`: the reader's own browser computes what it can; without script the page says how it is done by hand. */
export async function verifyRevision(visit: Visit): Promise<Answer> {
  const number = revisionNumber(visit.params.number);
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await readArticle(visit.context, { slug: found.slug, number });
  if (!article) throw new Refusal('not-found');
  const head = await readRecordHead(visit.context);
  const { textId, slug, metadata, checkpoint } = article;
  const shown = { textId, slug, number, metadata, checkpoint, verifierKeys: head?.verifierKeys ?? [] };
  const site = siteOf(visit);
  return {
    kind: 'pressed',
    path: `/${slug}/${number}/verify`,
    inputs: shown,
    render: () => verifyPage({ site, revision: shown }),
  };
}
