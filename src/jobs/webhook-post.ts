import type { OutgoingWebhook } from '#operations/webhook-send.ts';

const TIMEOUT_MS = 10_000;

/** Posts without following redirects; the answer's body is not read. */
export async function postWebhook({ url, headers, body }: OutgoingWebhook): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
}
