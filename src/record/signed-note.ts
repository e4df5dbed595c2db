// C2SP signed-note with Ed25519 (algorithm byte 0x01): keys, signing, opening.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A key that signs, under its name. The seed is the 32 bytes of RFC 8032. */
export interface SignerKey {
  readonly name: string;
  readonly seed: Uint8Array;
}

/** A key that verifies, as its published form `name+hash+base64` says. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The verifier key that belongs to a signer key. */
export function verifierOf({ name, seed }: SignerKey): VerifierKey {
  assertName(name);
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  const publicKey = new Uint8Array(spki.subarray(spki.length - 32));
  return { name, keyId: keyIdOf(name, publicKey), publicKey };
}

/** `name+hex(keyID)+base64(0x01 ‖ public key)`. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${Buffer.from(keyId).toString('hex')}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;
}

/** The key such a line holds, or null when it is not an Ed25519 verifier key or its id is not its own. */
export function parseVerifierKey(line: string): VerifierKey | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line);
  const bytes = match && Buffer.from(match[3]!, 'base64');
  if (!match || !bytes || bytes.length !== 33 || bytes[0] !== 1) return null;
  const publicKey = new Uint8Array(bytes.subarray(1));
  const keyId = keyIdOf(match[1]!, publicKey);
  return Buffer.from(keyId).toString('hex') === match[2] ? { name: match[1]!, keyId, publicKey } : null;
}

/** A note: the text (ending in a line feed), an empty line, one signature line a key. */
export function signNote(text: string, keys: readonly SignerKey[]): string {
  if (!text.endsWith('\n')) throw new TypeError('the text of a note ends in a line feed');
  const lines = keys.map((key) => {
    const signature = sign(null, Buffer.from(text), privateKeyOf(key.seed));
    return `— ${key.name} ${Buffer.concat([verifierOf(key).keyId, signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * The text of a note that at least one of `keys` signed, and which did. Lines of unknown keys are ignored; a line of
 * a known key that does not verify refuses the note (null), as does anything that is not a note.
 */
export function openNote(
  note: string,
  keys: readonly VerifierKey[],
): { readonly text: string; readonly signers: readonly VerifierKey[] } | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, split + 1);
  const signers: VerifierKey[] = [];
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line);
    if (!match) return null;
    const bytes = Buffer.from(match[2]!, 'base64');
    const key = keys.find((one) => one.name === match[1] && bytes.subarray(0, 4).equals(one.keyId));
    if (!key) continue;
    if (!verify(null, Buffer.from(text), publicKeyObject(key.publicKey), bytes.subarray(4))) return null;
    signers.push(key);
  }
  return signers.length > 0 ? { text, signers } : null;
}

/** First 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
function keyIdOf(name: string, publicKey: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(name).update('\n').update(ED25519).update(publicKey).digest();
  return new Uint8Array(hash.subarray(0, 4));
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
}

function assertName(name: string): void {
  if (name === '' || /[\s+]/u.test(name)) throw new TypeError(`“${name}” cannot name a key: no spaces, no plus signs`);
}

const ED25519 = new Uint8Array([1]);
// RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
