import { findStoredInvitation, type StoredInvitation } from '#store/invitations.ts';
import type { Context } from '../context.ts';
import { moment } from '../moment.ts';
import { hashToken } from '../secret.ts';

/** Null when it was used, or is too old. */
export function findInvitation(
  context: Context,
  { token }: { readonly token: string },
): Promise<StoredInvitation | null> {
  return findStoredInvitation(context.store.reader, { tokenHash: hashToken(token), now: moment(context) });
}
