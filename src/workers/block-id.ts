import { randomBytes } from 'node:crypto';
import type { BlockId } from '#domain/text.ts';

// Neither vowels, which make words, nor what is mistaken for something else (l, 1, 0).
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const CHARACTERS = `${LETTERS}23456789`;
const LENGTH = 7;

/** Gives ids that are new to this text: short enough to be read out, beginning with a letter as a fragment should. */
export function blockIdSource(taken: Iterable<string>): () => BlockId {
  const known = new Set(taken);
  return () => {
    let id = randomId();
    while (known.has(id)) id = randomId();
    known.add(id);
    return id as BlockId;
  };
}

function randomId(): string {
  const [first = 0, ...rest] = randomBytes(LENGTH);
  return pick(LETTERS, first) + rest.reduce((id, byte) => id + pick(CHARACTERS, byte), '');
}

const pick = (alphabet: string, byte: number): string => alphabet[byte % alphabet.length]!;
