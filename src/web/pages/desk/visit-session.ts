import type { Context } from '#operations/context.ts';
import { findSession } from '#operations/reads/session.ts';
import type { VisitSession } from '#web/http/route.ts';

/** The session just opened, so that the page answering can already carry forms. */
export async function findVisitSession(context: Context, token: string): Promise<VisitSession | null> {
  const found = await findSession(context, { token });
  return found && { actor: found.actor, token, formToken: found.formToken };
}
