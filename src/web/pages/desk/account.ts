import { changePassword } from '#operations/password-change.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { accountView } from '#web/views/desk/account.ts';

export async function accountPage(visit: Visit): Promise<Answer> {
  return { kind: 'html', html: accountView(visit) };
}

export async function changeOwnPassword(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const [current, next, { token }] = [form.get('current') ?? '', form.get('next') ?? '', visit.session!];
  const changed = await changePassword(visit.context, { current, next, token });
  if (changed.ok) return redirect('/desk/account?done=password');
  return { kind: 'html', status: 422, html: accountView(visit, changed.mistakes) };
}
