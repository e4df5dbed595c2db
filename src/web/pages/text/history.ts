import { Refusal } from '#domain/refusal.ts';
import { readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import { redirect } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { historyPage } from '../../views/history.ts';
import { siteOf } from '../../views/site.ts';
import { findText } from './find-text.ts';

/** Every revision of a text, and the way to compare any two: `?from=1&to=3` is the form's answer and leads to their address. */
export async function history(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const [from, to] = [visit.query.get('from'), visit.query.get('to')];
  if (from !== null && to !== null && /^\d{1,7}$/.test(from) && /^\d{1,7}$/.test(to)) {
    return redirect(`/${found.slug}/compare/${Number(from)}..${Number(to)}`);
  }
  const article = await readArticle(visit.context, { slug: found.slug });
  if (!article) throw new Refusal('not-found');
  const { bodyHtml, contents, ...inputs } = article;
  return {
    kind: 'pressed',
    lasting: true,
    path: `/${found.slug}/history`,
    inputs,
    render: () => historyPage({ site: siteOf(visit), text: inputs }),
  };
}
