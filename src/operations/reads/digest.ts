import { findDigest } from '#store/mail-standing.ts';
import { accountOf, authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface OwnDigest {
  readonly email: string | null;
  readonly wants: boolean;
  /** Whether the site sends mail at all. */
  readonly isPossible: boolean;
}

export async function readOwnDigest(context: Context): Promise<OwnDigest> {
  authorise(context, 'queue.read');
  const accountId = accountOf(context.actor);
  const found = accountId && (await findDigest(context.store.reader, accountId));
  return {
    email: found?.email ?? null,
    wants: found?.wants ?? false,
    isPossible: context.settings.smtpUrl !== undefined,
  };
}
