import type { Mistake } from '#domain/result.ts';
import { changeOwnDigest } from '#operations/digest-change.ts';
import { changePassword } from '#operations/password-change.ts';
import { readOwnDigest } from '#operations/reads/digest.ts';
import { allows } from '#policies/policies.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { accountView } from '#web/views/desk/account.ts';

export async function accountPage(visit: Visit): Promise<Answer> {
  return answer(visit);
}

export async function changeOwnPassword(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const [current, next, { token }] = [form.get('current') ?? '', form.get('next') ?? '', visit.session!];
  const changed = await changePassword(visit.context, { current, next, token });
  return changed.ok ? redirect('/desk/account?done=password') : answer(visit, changed.mistakes);
}

/** The daily digest: asked for at an address, or ended. */
export async function changeDigest(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const email = form.has('stop') ? null : (form.get('email') ?? '').trim();
  const changed = await changeOwnDigest(visit.context, { email, language: visit.language });
  return changed.ok ? redirect('/desk/account') : answer(visit, changed.mistakes);
}

async function answer(visit: Visit, mistakes: readonly Mistake[] = []): Promise<Answer> {
  const digest = allows(visit.context.actor, 'queue.read') ? await readOwnDigest(visit.context) : null;
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html: accountView(visit, { digest, mistakes }) };
}
