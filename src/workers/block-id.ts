import { randomBytes } from 'node:crypto';
import type { BlockId } from '#domain/text.ts';

// Neither vowels, which make words, nor what is mistaken for something else (l, 1, 0).
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const CHARACTERS = `${LETTERS}23456789`;
const LENGTH = 7;
/** Asking for chance is what costs: a hundred ids' worth at a time. */
const CHANCE_BYTES = LENGTH * 100;

/** Gives ids that are new to this text: short enough to be read out, beginning with a letter as a fragment should. */
export function blockIdSource(taken: Iterable<string>): () => BlockId {
  const known = new Set(taken);
  const nextByte = byteSource();
  return () => {
    let id = randomId(nextByte);
    while (known.has(id)) id = randomId(nextByte);
    known.add(id);
    return id as BlockId;
  };
}

function randomId(nextByte: () => number): string {
  let id = pick(LETTERS, nextByte());
  while (id.length < LENGTH) id += pick(CHARACTERS, nextByte());
  return id;
}

const pick = (alphabet: string, byte: number): string => alphabet[byte % alphabet.length]!;

function byteSource(): () => number {
  let bytes = randomBytes(CHANCE_BYTES);
  let at = 0;
  return () => {
    if (at === bytes.length) {
      bytes = randomBytes(CHANCE_BYTES);
      at = 0;
    }
    return bytes[at++]!;
  };
}
