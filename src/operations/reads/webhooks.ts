import { listStoredWebhooks } from '#store/webhooks.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly createdAt: string;
  /** How many deliveries were not answered yet. */
  readonly waiting: number;
  readonly lastError: string | null;
}

export async function listWebhooks(context: Context): Promise<readonly Webhook[]> {
  authorise(context, 'forum.manage');
  const webhooks = await listStoredWebhooks(context.store.reader);
  return webhooks.map(({ secret: _secret, ...webhook }) => webhook);
}
