import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { deleteWebhook, insertWebhook, listWebhookIds } from '#store/webhooks.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';

const MOST = 20;
const SECRET_BYTES = 32;
const LONGEST_URL = 500;

/** An address that is told what happens in the forum. Only an administrator names one: nothing a visitor writes is ever fetched. */
export async function addWebhook(
  context: Context,
  { url }: { readonly url: string },
): Promise<Result<{ readonly secret: string }>> {
  authorise(context, 'forum.manage');
  const address = URL.parse(url.trim());
  const isAddress = address && /^https?:$/.test(address.protocol) && !address.username && url.length <= LONGEST_URL;
  if (!isAddress) return mistaken('url', 'mistake.webhook-url');
  const secret = `whsec_${Buffer.from(context.random.bytes(SECRET_BYTES)).toString('base64')}`;
  await context.store.write(async (transaction) => {
    if ((await listWebhookIds(transaction)).length >= MOST) throw new Refusal('too-many');
    const webhook = { id: newId<string>(context), url: address.href, secret, createdAt: moment(context) };
    await insertWebhook(transaction, webhook);
  });
  return done({ secret });
}

export async function removeWebhook(context: Context, { id }: { readonly id: string }): Promise<void> {
  authorise(context, 'forum.manage');
  const isGone = await context.store.write((transaction) => deleteWebhook(transaction, id));
  if (!isGone) throw new Refusal('not-found');
}
