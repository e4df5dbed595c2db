import { createHash } from 'node:crypto';
import type { Context } from './context.ts';

const TOKEN_BYTES = 32;
const ID_BYTES = 16;

/** What opens something for whoever holds it; only its hash is stored. */
export function newToken({ random }: Context): string {
  return Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
}

/** A plain hash is enough: a token is random, not chosen. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newId<Id extends string>({ random }: Context): Id {
  return Buffer.from(random.bytes(ID_BYTES)).toString('base64url') as Id;
}
