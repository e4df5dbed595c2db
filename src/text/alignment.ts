/** A thing with words. `key`: its id before; after, the id its source names, or null. */
export interface Alignable {
  readonly key: string | null;
  readonly kind: string;
  readonly text: string;
}

/** Share of the words of the smaller side that two blocks must have in common to be one block edited. */
const LEAST_LIKENESS = 0.4;
/** A word in more blocks than this says nothing of which block it is, and would make the search quadratic. */
const COMMON_WORD = 12;

/**
 * For each thing after, the key of the thing before that it is, or null where it is new. In order of certainty: named
 * outright; the same words in the same place; the same words moved; like words (an edit, a split, a merge); and last,
 * whatever of one kind is left alone between the same neighbours. Time grows with the words.
 */
export function alignItems(before: readonly Alignable[], after: readonly Alignable[]): (string | null)[] {
  const state: Matching = {
    before,
    after,
    ofAfter: Array(after.length).fill(-1),
    ofBefore: Array(before.length).fill(-1),
  };
  const named = matchNamed(state);
  matchSame(state);
  matchLike(state);
  matchBetween(state);
  return after.map((_, index) => named.get(index) ?? before[state.ofAfter[index]!]?.key ?? null);
}

interface Matching {
  readonly before: readonly Alignable[];
  readonly after: readonly Alignable[];
  /** Index before of each thing after, or -1; and the other way round. */
  readonly ofAfter: number[];
  readonly ofBefore: number[];
}

function match({ ofAfter, ofBefore }: Matching, before: number, after: number): void {
  ofAfter[after] = before;
  ofBefore[before] = after;
}

/** Ids named in the source. One that no block had before is kept all the same. */
function matchNamed(state: Matching): Map<number, string> {
  const byKey = new Map(state.before.map(({ key }, index) => [key, index]));
  const named = new Map<number, string>();
  state.after.forEach(({ key }, index) => {
    if (key === null) return;
    named.set(index, key);
    const old = byKey.get(key);
    if (old !== undefined) match(state, old, index);
  });
  return named;
}

/** Equal texts: from both ends inwards, then unique ones wherever they stand, then doubles in their order. */
function matchSame(state: Matching): void {
  const { before, after } = state;
  const free = (old: number, now: number): boolean =>
    old >= 0 &&
    now >= 0 &&
    old < before.length &&
    now < after.length &&
    state.ofBefore[old] === -1 &&
    state.ofAfter[now] === -1;
  const grow = (old: number, now: number, step: 1 | -1): void => {
    for (let i = old, j = now; free(i, j) && same(before[i]!, after[j]!); i += step, j += step) match(state, i, j);
  };
  grow(0, 0, 1);
  grow(before.length - 1, after.length - 1, -1);
  const places = group(before, state.ofBefore);
  const news = group(after, state.ofAfter);
  for (const [text, now] of news) {
    const old = places.get(text);
    if (old?.length !== 1 || now.length !== 1 || !free(old[0]!, now[0]!)) continue;
    match(state, old[0]!, now[0]!);
    // Doubles beside it ("* * *", "He said:") are the ones beside it.
    grow(old[0]! + 1, now[0]! + 1, 1);
    grow(old[0]! - 1, now[0]! - 1, -1);
  }
  for (const [text, now] of news) {
    const old = (places.get(text) ?? []).filter((index) => state.ofBefore[index] === -1);
    for (const index of now.filter((one) => state.ofAfter[one] === -1)) {
      const first = text === '' ? undefined : old.shift();
      if (first !== undefined) match(state, first, index);
    }
  }
}

const same = (one: Alignable, other: Alignable): boolean => one.kind === other.kind && one.text === other.text;

function group(items: readonly Alignable[], matched: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  items.forEach(({ kind, text }, index) => {
    if (matched[index] !== -1) return;
    const key = text === '' ? '' : `${kind} ${text}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [index]);
    else known.push(index);
  });
  return groups;
}

interface Candidate {
  readonly old: number;
  readonly now: number;
  readonly shared: number;
  readonly likeness: number;
  /** The old one stands in the new one, whole or nearly. */
  readonly whole: boolean;
}

/** Blocks that share rare words, the surest first. */
function matchLike(state: Matching): void {
  for (const { old, now } of candidates(state).sort(bySureness))
    if (state.ofBefore[old] === -1 && state.ofAfter[now] === -1) match(state, old, now);
}

function bySureness(one: Candidate, other: Candidate): number {
  return other.likeness - one.likeness || other.shared - one.shared || one.old - other.old || one.now - other.now;
}

function candidates(state: Matching): Candidate[] {
  const before = bags(state.before, state.ofBefore);
  const after = bags(state.after, state.ofAfter);
  const holders = new Map<string, number[]>();
  for (const [index, bag] of before)
    for (const word of bag.words.keys()) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [index]);
      else known.push(index);
    }
  const found: Candidate[] = [];
  for (const [now, bag] of after)
    for (const old of nearby(bag, holders)) {
      const shared = sharedWords(before.get(old)!, bag);
      const likeness = likenessOf(shared, before.get(old)!.size, bag.size);
      if (likeness > 0) found.push({ old, now, shared, likeness, whole: shared >= 0.8 * before.get(old)!.size });
    }
  return preferFirstOfMerged(found, state);
}

interface Bag {
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
}

function bags(items: readonly Alignable[], matched: readonly number[]): Map<number, Bag> {
  const found = new Map<number, Bag>();
  items.forEach(({ text }, index) => {
    if (matched[index] !== -1 || text === '') return;
    const words = new Map<string, number>();
    let size = 0;
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu)) {
      words.set(word, (words.get(word) ?? 0) + 1);
      size += 1;
    }
    found.set(index, { words, size });
  });
  return found;
}

/** Blocks that share a rare word, at most a few: the ones that share most. */
function nearby({ words }: Bag, holders: ReadonlyMap<string, readonly number[]>): number[] {
  const counts = new Map<number, number>();
  for (const word of words.keys()) {
    const indexes = holders.get(word);
    if (indexes === undefined || indexes.length > COMMON_WORD) continue;
    for (const index of indexes) counts.set(index, (counts.get(index) ?? 0) + 1 / indexes.length);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 8)
    .map(([index]) => index);
}

function sharedWords(one: Bag, other: Bag): number {
  const [small, large] = one.words.size < other.words.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of small.words) shared += Math.min(count, large.words.get(word) ?? 0);
  return shared;
}

/** Of the two together; of the smaller one alone where it is a part of the larger, that is a split or a merge. */
function likenessOf(shared: number, one: number, other: number): number {
  const together = (2 * shared) / (one + other);
  const part = shared / Math.min(one, other);
  if (together >= LEAST_LIKENESS) return together;
  return part >= 0.8 && shared >= 3 ? together : 0;
}

/** Several blocks that went whole into one: the first of them is the one that stands, however short. */
function preferFirstOfMerged(found: readonly Candidate[], { before, after }: Matching): Candidate[] {
  const wholes = new Map<number, Candidate[]>();
  for (const one of found) if (one.whole) wholes.set(one.now, [...(wholes.get(one.now) ?? []), one]);
  return found.map((one) => {
    const parts = wholes.get(one.now) ?? [];
    const begins = after[one.now]!.text.startsWith(before[one.old]!.text.slice(0, 40));
    if (!one.whole || !begins || parts.length < 2) return one;
    return { ...one, likeness: Math.max(...parts.map((part) => part.likeness)), shared: Number.POSITIVE_INFINITY };
  });
}

/**
 * What is left between the same neighbours, in the same number: a break, a heading put in other words. A paragraph of
 * which no word is left is another paragraph.
 */
function matchBetween(state: Matching): void {
  const { before, after, ofAfter, ofBefore } = state;
  for (let now = 0; now < after.length; now += 1) {
    if (ofAfter[now] !== -1) continue;
    const start = now;
    while (now + 1 < after.length && ofAfter[now + 1] === -1) now += 1;
    const from = start === 0 ? 0 : ofAfter[start - 1]! + 1;
    const to = now + 1 < after.length ? ofAfter[now + 1]! - 1 : before.length - 1;
    const left: number[] = [];
    for (let old = from; old <= to && left.length <= now - start + 1; old += 1)
      if (ofBefore[old] === -1) left.push(old);
    if (left.length !== now - start + 1 || to - from + 1 !== left.length) continue;
    left.forEach((old, index) => {
      if (before[old]!.kind === after[start + index]!.kind && isPlaceholder(before[old]!))
        match(state, old, start + index);
    });
  }
}

const isPlaceholder = ({ kind, text }: Alignable): boolean => text === '' || kind === 'heading' || kind === 'page';
