import type { AccountId } from '#domain/text.ts';
import { findAccount } from '#store/accounts.ts';
import type { Context } from './context.ts';

/** The name of whoever has an item open, for the other moderators. */
export async function leaseName({ store }: Context, holder: string): Promise<string> {
  return (await findAccount(store.reader, holder as AccountId))?.name ?? holder;
}
