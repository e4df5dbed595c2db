import { deleteSession } from '#store/sessions.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { hashToken } from './secret.ts';

export async function closeSession(context: Context, { token }: { readonly token: string }): Promise<void> {
  authorise(context, 'own-session');
  await context.store.write((transaction) => deleteSession(transaction, { tokenHash: hashToken(token) }));
}
