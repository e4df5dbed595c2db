// Acts on a published text: withdraw, show again, rename.
import type { Result } from '#domain/result.ts';
import { renameText } from '#operations/text-rename.ts';
import { restoreText } from '#operations/text-restore.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { type Answer, type Html, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { renameView, restoreView, type Typed, withdrawView } from '#web/views/desk/text-act.ts';
import { deskPath, deskText, textIdOf } from './desk-text.ts';

type View = (visit: Visit, typed: Typed) => Html;
const asking =
  (view: View) =>
  async (visit: Visit): Promise<Answer> => ({
    kind: 'html',
    html: view(visit, { text: await deskText(visit) }),
  });

export const withdrawPage = asking(withdrawView);
export const restorePage = asking(restoreView);
export const renamePage = asking(renameView);

export async function withdraw(visit: Visit): Promise<Answer> {
  const [ground, reason] = [visit.form!.get('ground') ?? '', visit.form!.get('reason') ?? ''];
  const done = await withdrawText(visit.context, { textId: textIdOf(visit), ground, reason });
  return after(visit, done, { view: withdrawView, done: 'withdrawn' });
}

export async function restore(visit: Visit): Promise<Answer> {
  const done = await restoreText(visit.context, { textId: textIdOf(visit) });
  return after(visit, done, { view: restoreView, done: 'restored' });
}

export async function rename(visit: Visit): Promise<Answer> {
  const done = await renameText(visit.context, { textId: textIdOf(visit), slug: visit.form!.get('slug') ?? '' });
  return after(visit, done, { view: renameView, done: 'renamed' });
}

async function after(
  visit: Visit,
  result: Result<unknown>,
  page: { readonly view: View; readonly done: string },
): Promise<Answer> {
  const text = await deskText(visit);
  if (result.ok) return redirect(deskPath(text.textId, `?done=${page.done}`));
  return { kind: 'html', status: 422, html: page.view(visit, { text, typed: visit.form!, mistakes: result.mistakes }) };
}
