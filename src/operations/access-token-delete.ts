import { Refusal } from '#domain/refusal.ts';
import { deleteAccessToken } from '#store/access-tokens.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';

export async function removeAccessToken(context: Context, { id }: { readonly id: string }): Promise<void> {
  authorise(context, 'queue.read');
  const accountId = accountOf(context.actor);
  const isGone =
    accountId !== null &&
    (await context.store.write((transaction) => deleteAccessToken(transaction, { id, accountId })));
  if (!isGone) throw new Refusal('not-found');
}
