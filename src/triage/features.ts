// What the classifier sees of a submission: words, pairs of words, runs of four letters inside words, the parts of links, and
// the shape. Each becomes a number (its hash) and a strength; the words themselves are not kept.
import { hashEnd, hashOn, hashStart } from './feature-hash.ts';
import { fold } from './fold.ts';
import { LONGEST_LOOKED_AT } from './limits.ts';
import { LINK_SIGN, type Link } from './links.ts';
import { FEATURE_COUNT } from './model.ts';
import { shapeOf } from './shape.ts';
import type { Submission } from './submission.ts';
import { type Understood, understand } from './understood.ts';
import { wordsOf } from './words.ts';

export interface Features {
  /** Places in the model, each once. */
  readonly indices: Uint32Array;
  /** The strength each has here; their squares sum to one, so that a long post weighs no more than a short one. */
  readonly strengths: Float32Array;
  /** The words and pairs they were taken from, each once. */
  readonly words: readonly string[];
  /** For each feature the number of its word among these; `NO_WORD` where it says nothing to a person. */
  readonly wordNumbers: readonly number[];
}

export const NO_WORD = -1;

const KINDS = { word: 1, pair: 2, run: 3, shape: 4, name: 5, subject: 6, address: 7 } as const;
type Kind = keyof typeof KINDS;
const STRENGTHS: Readonly<Record<Kind, number>> = {
  word: 1,
  pair: 1,
  run: 0.7,
  shape: 1,
  name: 1,
  subject: 1,
  address: 1,
};
const RUN_LENGTH = 4;
/** Letters from which a word counts in full: the shorter ones are mostly articles and the like. */
const TELLING_WORD = 4;
const BITS = 32;

/** Deterministic; bounded: of each field only the beginning is looked at. Whoever has understood the body already gives it. */
export function featuresOf({ name, subject, body }: Submission, understood = understand(body)): Features {
  const gathering = {
    seen: new Int32Array(FEATURE_COUNT / BITS),
    indices: [],
    strengths: [],
    words: [],
    wordNumbers: [],
    numbers: new Map<string, number>(),
  };
  addText(gathering, understood, null);
  if (subject !== null) addText(gathering, understand(subject), 'subject');
  for (const word of wordsOf(fold(name.slice(0, LONGEST_LOOKED_AT)))) addWord(gathering, 'name', word);
  const { indices, strengths, words, wordNumbers } = gathering;
  return { indices: new Uint32Array(indices), strengths: normalised(strengths), words, wordNumbers };
}

interface Gathering {
  /** A bit for each place in the model; a set of numbers takes several times as long. */
  readonly seen: Int32Array;
  readonly indices: number[];
  readonly strengths: number[];
  readonly words: string[];
  readonly wordNumbers: number[];
  /** Of each single word, its place in `words`. */
  readonly numbers: Map<string, number>;
}

function addText(gathering: Gathering, text: Understood, marked: 'subject' | null): void {
  let before = '';
  for (const word of text.words) {
    // The body comes first: a word known in it was there before and brings nothing new but the pair.
    const next = gathering.words.length;
    const number = numberOf(gathering, word);
    const isNew = marked !== null || number === next;
    if (isNew) add(gathering, hashOf('word', word), Math.min(1, word.length / TELLING_WORD), number);
    if (marked !== null) add(gathering, hashOf(marked, word), STRENGTHS[marked], number);
    if (before !== '') addPair(gathering, before, word);
    if (isNew) addRuns(gathering, word, number);
    before = word;
  }
  addLinks(gathering, text.links);
  if (marked === null)
    for (const fact of shapeOf(text)) add(gathering, hashOf('shape', fact), STRENGTHS.shape, NO_WORD);
}

function addWord(gathering: Gathering, kind: Kind, word: string): void {
  add(gathering, hashOf(kind, word), STRENGTHS[kind], numberOf(gathering, word));
}

function addPair(gathering: Gathering, before: string, word: string): void {
  const hash = hashOn(hashOn(hashOf('pair', before), ' '), word);
  const number = gathering.words.length;
  if (add(gathering, hash, STRENGTHS.pair, number)) gathering.words.push(`${before} ${word}`);
}

/**
 * Runs of letters with the word's edges: `subscribe` also teaches about `subscriber` and `subscibe`. The spaces at the edges are
 * hashed, not joined to it: a long word made into another string is slow to read.
 */
function addRuns(gathering: Gathering, word: string, number: number): void {
  const last = Math.max(0, word.length + 2 - RUN_LENGTH);
  for (let at = 0; at <= last; at++) {
    const before = at === 0 ? hashOf('run', ' ') : hashStart(KINDS.run);
    const within = hashOn(before, word, Math.max(0, at - 1), Math.min(word.length, at - 1 + RUN_LENGTH));
    add(gathering, at === last ? hashOn(within, ' ') : within, STRENGTHS.run, number);
  }
}

function addLinks(gathering: Gathering, links: readonly Link[]): void {
  if (links.length > 0) add(gathering, hashOf('word', LINK_SIGN), 1 / TELLING_WORD, NO_WORD);
  for (const { words, host } of links) {
    if (host !== '') addWord(gathering, 'address', host);
    for (const part of words.split(/[^a-z0-9]+/)) if (part !== '') addWord(gathering, 'address', part);
  }
}

const hashOf = (kind: Kind, text: string) => hashOn(hashStart(KINDS[kind]), text);

function numberOf({ words, numbers }: Gathering, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, words.length);
  return words.push(word) - 1;
}

/** False where that place is taken already. */
function add({ seen, indices, strengths, wordNumbers }: Gathering, hash: number, strength: number, word: number) {
  const index = hashEnd(hash);
  const bit = 1 << (index % BITS);
  if (seen[(index / BITS) | 0]! & bit) return false;
  seen[(index / BITS) | 0]! |= bit;
  indices.push(index);
  strengths.push(strength);
  wordNumbers.push(word);
  return true;
}

function normalised(strengths: readonly number[]): Float32Array {
  let squares = 0;
  for (const strength of strengths) squares += strength * strength;
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(strengths.length);
  for (let at = 0; at < unit.length; at++) unit[at] = strengths[at]! / length;
  return unit;
}
