// What the classifier sees of a submission: words, pairs of words, runs of four letters inside words, the parts of links, and
// the shape. Each becomes a number (its hash) and a strength; the words themselves are not kept.
import { fold } from './fold.ts';
import { LONGEST_LOOKED_AT } from './limits.ts';
import { findLinks, LINK_SIGN, type Link, withoutLinks } from './links.ts';
import { FEATURE_COUNT } from './model.ts';
import { shapeOf } from './shape.ts';
import type { Submission } from './submission.ts';
import { wordsOf } from './words.ts';

export interface Features {
  /** Places in the model, each once. */
  readonly indices: Uint32Array;
  /** The strength each has here; their squares sum to one, so that a long post weighs no more than a short one. */
  readonly strengths: Float32Array;
  /** For each the word it was taken from, or null where it says nothing to a person. */
  readonly words: readonly (string | null)[];
}

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

/** Deterministic; bounded: of each field only the beginning is looked at. */
export function featuresOf({ name, subject, body }: Submission): Features {
  const gathering = { seen: new Set<number>(), indices: [], strengths: [], words: [] };
  addText(gathering, body, null);
  if (subject !== null) addText(gathering, subject, 'subject');
  for (const word of wordsOf(fold(name.slice(0, LONGEST_LOOKED_AT)))) add(gathering, 'name', word, word);
  return normalised(gathering);
}

interface Gathering {
  readonly seen: Set<number>;
  readonly indices: number[];
  readonly strengths: number[];
  readonly words: (string | null)[];
}

function addText(gathering: Gathering, text: string, marked: 'subject' | null): void {
  const raw = text.slice(0, LONGEST_LOOKED_AT);
  const folded = fold(raw);
  const links = findLinks(folded);
  const words = wordsOf(withoutLinks(folded));
  let before = '';
  for (const word of words) {
    add(gathering, 'word', word, word);
    if (marked !== null) add(gathering, marked, word, word);
    if (before !== '') add(gathering, 'pair', `${before} ${word}`, `${before} ${word}`);
    addRuns(gathering, word);
    before = word;
  }
  addLinks(gathering, links);
  if (marked === null) for (const fact of shapeOf({ raw, folded, words, links })) add(gathering, 'shape', fact, null);
}

/** Runs of letters with the word's edges: `subscribe` also teaches about `subscriber` and `subscibe`. */
function addRuns(gathering: Gathering, word: string): void {
  const edged = ` ${word} `;
  const last = Math.max(0, edged.length - RUN_LENGTH);
  for (let at = 0; at <= last; at++) add(gathering, 'run', edged.slice(at, at + RUN_LENGTH), word);
}

function addLinks(gathering: Gathering, links: readonly Link[]): void {
  if (links.length > 0) add(gathering, 'word', LINK_SIGN, null);
  for (const { words, host } of links) {
    if (host !== '') add(gathering, 'address', host, host);
    for (const part of words.split(/[^a-z0-9]+/)) if (part !== '') add(gathering, 'address', part, part);
  }
}

function add({ seen, indices, strengths, words }: Gathering, kind: Kind, value: string, word: string | null): void {
  const index = hashOf(value, KINDS[kind]);
  if (seen.has(index)) return;
  seen.add(index);
  indices.push(index);
  strengths.push(kind === 'word' ? STRENGTHS.word * Math.min(1, value.length / TELLING_WORD) : STRENGTHS[kind]);
  words.push(word);
}

function normalised({ indices, strengths, words }: Gathering): Features {
  const length = Math.sqrt(strengths.reduce((sum, strength) => sum + strength * strength, 0)) || 1;
  return {
    indices: Uint32Array.from(indices),
    strengths: Float32Array.from(strengths, (strength) => strength / length),
    words,
  };
}

/** FNV-1a with a last stirring, so that the low bits depend on every letter. */
function hashOf(value: string, kind: number): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) & (FEATURE_COUNT - 1);
}
