// Standard Webhooks (standardwebhooks.com): id, timestamp and signature stand in headers; HMAC-SHA-256 over `id.timestamp.body`.
import { createHmac } from 'node:crypto';
import {
  claimDueDeliveries,
  deleteDeliveries,
  isDeliveryDue,
  putOffDelivery,
  type StoredDelivery,
} from '#store/webhooks.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';

export interface OutgoingWebhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const AT_ONCE = 20;
const CLAIMED_SECONDS = 5 * 60;
/** Seconds before the next try; after the last of them it is given up. */
const TRY_AGAIN_AFTER = [10, 60, 300, 1800, 7200, 6 * 3600, 24 * 3600];

/** Sends what is due; what is not answered with success waits longer each time. `post` rejects unless it was. */
export async function sendDueWebhooks(
  context: Context,
  { post }: { readonly post: (webhook: OutgoingWebhook) => Promise<void> },
): Promise<number> {
  authorise(context, 'jobs.run');
  const at = moment(context);
  if (!(await isDeliveryDue(context.store.reader, at))) return 0;
  const until = momentIn(context, CLAIMED_SECONDS);
  const claimed = await context.store.write((transaction) =>
    claimDueDeliveries(transaction, { at, until, limit: AT_ONCE }),
  );
  const sent = await Promise.all(claimed.map((delivery) => sendOne(context, delivery, post)));
  return sent.filter(Boolean).length;
}

async function sendOne(
  context: Context,
  delivery: StoredDelivery,
  post: (webhook: OutgoingWebhook) => Promise<void>,
): Promise<boolean> {
  try {
    await post(signed(context, delivery));
  } catch (error) {
    await putOff(context, delivery, error);
    return false;
  }
  await context.store.write((transaction) => deleteDeliveries(transaction, { id: delivery.id }));
  return true;
}

function signed({ clock }: Context, { id, url, secret, content }: StoredDelivery): OutgoingWebhook {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${content}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return { url, headers, body: content };
}

async function putOff(context: Context, { id, attempts, event }: StoredDelivery, error: unknown): Promise<void> {
  const seconds = TRY_AGAIN_AFTER[attempts - 1];
  const said = error instanceof Error ? error.message.slice(0, 200) : 'failed';
  context.log.warn({ delivery: id, event, attempts, seconds, said }, 'a webhook was not answered');
  await context.store.write((transaction) =>
    seconds === undefined
      ? deleteDeliveries(transaction, { id })
      : putOffDelivery(transaction, { id, dueAt: momentIn(context, seconds), error: said }),
  );
}
