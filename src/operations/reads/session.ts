import type { Actor } from '#domain/account.ts';
import { extendSession, findStoredSession } from '#store/sessions.ts';
import type { Context } from '../context.ts';
import { moment, momentIn } from '../moment.ts';
import { hashToken } from '../secret.ts';
import { SESSION_SECONDS } from '../session-open.ts';

export interface FoundSession {
  readonly actor: Extract<Actor, { kind: 'account' }>;
  readonly formToken: string;
  readonly expiresAt: string;
}

/** A visit prolongs a session, at most once a day: reading pages must not write. */
const PROLONG_AFTER_SECONDS = 24 * 60 * 60;

export async function findSession(
  context: Context,
  { token }: { readonly token: string },
): Promise<FoundSession | null> {
  const { store } = context;
  const tokenHash = hashToken(token);
  const found = await findStoredSession(store.reader, { tokenHash, now: moment(context) });
  if (!found) return null;
  const actor = { kind: 'account', id: found.accountId, name: found.name, role: found.role } as const;
  const expiresAt = await prolong(context, { tokenHash, expiresAt: found.expiresAt });
  return { actor, formToken: found.formToken, expiresAt };
}

async function prolong(
  context: Context,
  { tokenHash, expiresAt }: { readonly tokenHash: string; readonly expiresAt: string },
): Promise<string> {
  if (expiresAt > momentIn(context, SESSION_SECONDS - PROLONG_AFTER_SECONDS)) return expiresAt;
  const later = momentIn(context, SESSION_SECONDS);
  try {
    await context.store.write((transaction) => extendSession(transaction, { tokenHash, expiresAt: later }));
    return later;
  } catch (error) {
    // On a full disk whoever is signed in stays so and can read.
    context.log.warn({ err: error }, 'a session could not be prolonged');
    return expiresAt;
  }
}
