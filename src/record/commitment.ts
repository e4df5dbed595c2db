// A commitment binds a leaf to bytes that may have to be forgotten: without its key the hash cannot be recomputed,
// not even by somebody who guesses the bytes. Erasing deletes the payload and the key; the leaf stays.
import { createHmac } from 'node:crypto';

/** Bytes of the key: one key a contribution, random, kept apart from the leaf. */
export const COMMITMENT_KEY_BYTES = 32;

/** HMAC-SHA-256(key, payload) in hex. */
export function commit(key: Uint8Array, payload: Uint8Array): string {
  if (key.length !== COMMITMENT_KEY_BYTES) throw new RangeError(`a commitment key has ${COMMITMENT_KEY_BYTES} bytes`);
  return createHmac('sha256', key).update(payload).digest('hex');
}
