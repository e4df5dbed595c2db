import { Refusal } from '#domain/refusal.ts';
import { findContribution, type StoredContribution } from '#store/contributions.ts';
import type { Store } from '#store/store.ts';
import { hashToken } from './secret.ts';

/** Whoever holds the private link may see and change this one contribution, and nothing else. */
export async function contributionOfReceipt(
  db: Store['reader'],
  { receipt }: { readonly receipt: string },
): Promise<StoredContribution> {
  const contribution = await findContribution(db, { receiptHash: hashToken(receipt) });
  if (!contribution) throw new Refusal('not-found');
  return contribution;
}
