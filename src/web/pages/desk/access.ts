import type { Mistake } from '#domain/result.ts';
import { createAccessToken } from '#operations/access-token-create.ts';
import { removeAccessToken } from '#operations/access-token-delete.ts';
import { listOwnTokens } from '#operations/reads/access.ts';
import { listWebhooks } from '#operations/reads/webhooks.ts';
import { addWebhook, removeWebhook } from '#operations/webhook-change.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { accessView, type Made } from '#web/views/desk/access.ts';

/** What programs and feed readers come in by. */
export async function accessPage(visit: Visit): Promise<Answer> {
  return answer(visit, {});
}

/** The answer itself shows the secret, once: it is kept nowhere. */
export async function makeToken(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const kind = form.get('kind') === 'feed' ? 'feed' : 'api';
  const made = await createAccessToken(visit.context, { kind, label: form.get('label') ?? '' });
  if (!made.ok) return answer(visit, { mistakes: made.mistakes });
  const { token } = made.value;
  const shown = kind === 'feed' ? `${visit.context.settings.publicUrl}/queue/${token}.atom` : token;
  return answer(visit, { made: { kind, secret: shown } });
}

export async function removeToken(visit: Visit): Promise<Answer> {
  await removeAccessToken(visit.context, { id: visit.params.id ?? '' });
  return redirect('/desk/access');
}

export async function makeWebhook(visit: Visit): Promise<Answer> {
  const added = await addWebhook(visit.context, { url: visit.form!.get('url') ?? '' });
  if (!added.ok) return answer(visit, { mistakes: added.mistakes });
  return answer(visit, { made: { kind: 'webhook', secret: added.value.secret } });
}

export async function removeWebhookPage(visit: Visit): Promise<Answer> {
  await removeWebhook(visit.context, { id: visit.params.id ?? '' });
  return redirect('/desk/access');
}

interface Outcome {
  readonly mistakes?: readonly Mistake[];
  readonly made?: Made;
}

async function answer(visit: Visit, { mistakes = [], made }: Outcome): Promise<Answer> {
  const [tokens, webhooks] = [await listOwnTokens(visit.context), await listWebhooks(visit.context)];
  const html = accessView(visit, { tokens, webhooks, mistakes, made: made ?? null });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html };
}
