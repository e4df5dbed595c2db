import { closeSession } from '#operations/session-close.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import { noSession } from '#web/http/cookies.ts';
import type { Visit } from '#web/http/route.ts';

export async function signOut(visit: Visit): Promise<Answer> {
  if (visit.session) await closeSession(visit.context, { token: visit.session.token });
  return redirect('/desk/sign-in', [noSession]);
}
