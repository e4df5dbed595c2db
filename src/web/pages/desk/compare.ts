import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { comparePageView } from '#web/views/desk/compare.ts';
import { deskPath, deskText } from './desk-text.ts';
import { changesOf } from './publish.ts';

/** Two revisions are compared on their public page; the draft, which has none, against the current revision here. */
export async function comparePage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  const [from, to] = [visit.query.get('from') ?? '', visit.query.get('to') ?? ''];
  const isRange = /^\d{1,6}$/.test(from) && /^\d{1,6}$/.test(to);
  if (isRange && text.slug && !text.withdrawal) return redirect(`/${text.slug}/compare/${from}..${to}`);
  const changes = await changesOf(visit, text);
  if (!changes) return redirect(deskPath(text.textId));
  return { kind: 'html', html: comparePageView(visit, text, changes) };
}
