import { claimInvitation } from '#operations/invitation-claim.ts';
import { findInvitation } from '#operations/reads/invitation.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import { sessionCookie } from '#web/http/cookies.ts';
import type { Visit } from '#web/http/route.ts';
import { claimGoneView, claimView } from '#web/views/desk/claim.ts';

export async function claimPage(visit: Visit): Promise<Answer> {
  const token = visit.params.token!;
  const invitation = await findInvitation(visit.context, { token });
  if (!invitation) return { kind: 'html', status: 410, html: claimGoneView(visit) };
  return { kind: 'html', html: claimView(visit, { token, role: invitation.role }) };
}

export async function claim(visit: Visit): Promise<Answer> {
  const token = visit.params.token!;
  const [name, password] = [visit.form!.get('name') ?? '', visit.form!.get('password') ?? ''];
  const claimed = await claimInvitation(visit.context, { token, name, password });
  if (claimed.ok) {
    const { sessionToken, expiresAt } = claimed.value;
    return redirect('/desk?done=welcome', [sessionCookie({ token: sessionToken, expiresAt })]);
  }
  const invitation = await findInvitation(visit.context, { token });
  if (!invitation) return { kind: 'html', status: 410, html: claimGoneView(visit) };
  return {
    kind: 'html',
    status: 422,
    html: claimView(visit, { token, role: invitation.role, name, mistakes: claimed.mistakes }),
  };
}
