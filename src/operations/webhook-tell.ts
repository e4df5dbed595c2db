import type { WebhookEvent } from '#domain/access.ts';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Store } from '#store/store.ts';
import { findText } from '#store/texts.ts';
import { insertDelivery, listWebhookIds } from '#store/webhooks.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';

/** What is told of a contribution: where it stands and its address, never its words; whoever may read them asks for them. */
export interface WebhookNews {
  readonly event: WebhookEvent;
  readonly contributionId: ContributionId;
  readonly textId: TextId;
  readonly revision: number;
}

/** One row for each webhook, in the transaction of the act: told if, and only if, that act was done. */
export async function tellWebhooks(context: Context, transaction: Store['reader'], news: WebhookNews): Promise<void> {
  const webhooks = await listWebhookIds(transaction);
  if (webhooks.length === 0) return;
  const { event, contributionId, textId, revision } = news;
  const text = (await findText(transaction, textId))?.slug ?? null;
  const at = moment(context);
  const content = JSON.stringify({
    type: event,
    timestamp: at,
    data: { contribution: contributionId, revision, text },
  });
  for (const webhookId of webhooks) {
    await insertDelivery(transaction, { id: newId<string>(context), webhookId, event, contributionId, content, at });
  }
}
