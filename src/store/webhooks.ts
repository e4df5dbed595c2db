import type { Kysely } from 'kysely';
import type { WebhookEvent } from '#domain/access.ts';
import type { ContributionId } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

export interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks writes it. */
  readonly secret: string;
  readonly createdAt: string;
}

export interface StoredDelivery {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly event: WebhookEvent;
  readonly content: string;
  readonly attempts: number;
}

export async function insertWebhook(db: Kysely<Schema>, { id, url, secret, createdAt }: StoredWebhook): Promise<void> {
  await db.insertInto('webhook').values({ id, url, secret, created_at: createdAt, disabled_at: null }).execute();
}

export async function listStoredWebhooks(
  db: Kysely<Schema>,
): Promise<readonly (StoredWebhook & { readonly waiting: number; readonly lastError: string | null })[]> {
  return db
    .selectFrom('webhook')
    .leftJoin('webhook_delivery', 'webhook_delivery.webhook_id', 'webhook.id')
    .select(({ fn }) => [
      'webhook.id',
      'webhook.url',
      'webhook.secret',
      'webhook.created_at as createdAt',
      fn.count<number>('webhook_delivery.id').as('waiting'),
      fn.max('webhook_delivery.last_error').as('lastError'),
    ])
    .groupBy('webhook.id')
    .orderBy('webhook.created_at')
    .execute();
}

/** With what it still had to say. False when there was none. */
export async function deleteWebhook(db: Kysely<Schema>, id: string): Promise<boolean> {
  await db.deleteFrom('webhook_delivery').where('webhook_id', '=', id).execute();
  const { numDeletedRows } = await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function listWebhookIds(db: Kysely<Schema>): Promise<readonly string[]> {
  return (await db.selectFrom('webhook').select('id').execute()).map(({ id }) => id);
}

export async function insertDelivery(
  db: Kysely<Schema>,
  delivery: {
    readonly id: string;
    readonly webhookId: string;
    readonly event: WebhookEvent;
    readonly contributionId: ContributionId;
    readonly content: string;
    readonly at: string;
  },
): Promise<void> {
  const { id, webhookId, event, contributionId, content, at } = delivery;
  await db
    .insertInto('webhook_delivery')
    .values({ id, webhook_id: webhookId, event, contribution_id: contributionId, content, created_at: at, due_at: at })
    .execute();
}

/** As `claimDueMail`: put off to `until` before anything is sent. */
export async function claimDueDeliveries(
  db: Kysely<Schema>,
  { at, until, limit }: { readonly at: string; readonly until: string; readonly limit: number },
): Promise<readonly StoredDelivery[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
    .select(['webhook_delivery.id', 'url', 'secret', 'event', 'content', 'attempts'])
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await db
    .updateTable('webhook_delivery')
    .set((set) => ({ due_at: until, attempts: set('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({ ...row, event: row.event as WebhookEvent, attempts: row.attempts + 1 }));
}

export async function isDeliveryDue(db: Kysely<Schema>, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('webhook_delivery')
    .select('id')
    .where('due_at', '<=', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function putOffDelivery(
  db: Kysely<Schema>,
  { id, dueAt, error }: { readonly id: string; readonly dueAt: string; readonly error: string },
): Promise<void> {
  await db.updateTable('webhook_delivery').set({ due_at: dueAt, last_error: error }).where('id', '=', id).execute();
}

export async function deleteDeliveries(
  db: Kysely<Schema>,
  of: { readonly id: string } | { readonly contributionId: ContributionId },
): Promise<void> {
  const deliveries = db.deleteFrom('webhook_delivery');
  await ('id' in of
    ? deliveries.where('id', '=', of.id)
    : deliveries.where('contribution_id', '=', of.contributionId)
  ).execute();
}
