import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BlockId, IdentifiedBlock } from '#domain/text.ts';
import { alignBlocks } from './align-blocks.ts';
import { alignNotes } from './align-notes.ts';
import type { Block } from './list-blocks.ts';
import { listNotes } from './list-notes.ts';
import { parseSource } from './parse-source.ts';

const WORDS =
  'the sea pays nobody and it is never in arrears whoever keeps its books must keep them with a pencil near a lamp'.split(
    ' ',
  );

/** Paragraphs of ordinary words, each with a few of its own, as paragraphs have. */
const paragraphs = fc
  .array(fc.array(fc.nat(WORDS.length - 1), { minLength: 8, maxLength: 30 }), { minLength: 3, maxLength: 12 })
  .map((all) =>
    all.map((words, index) =>
      words.map((word, place) => (place % 4 === 3 ? `own${index}${WORDS[word]}` : WORDS[word])).join(' '),
    ),
  );

const RUN = { numRuns: 150, seed: 1 };

test('an unchanged text keeps every id', () =>
  check(paragraphs, (texts) => ({ next: texts, expected: texts.map((_, i) => i), removed: [] })));

test('an inserted block is new, the others keep their ids', () =>
  check(fc.tuple(paragraphs, fc.nat()), ([texts, place]) => {
    const at = place % (texts.length + 1);
    return {
      next: texts.toSpliced(at, 0, 'entirely other matter stands hereabouts'),
      expected: texts.map((_, i): number | null => i).toSpliced(at, 0, null),
      removed: [],
    };
  }));

test('a deleted block is removed, the others keep their ids', () =>
  check(fc.tuple(paragraphs, fc.nat()), ([texts, place]) => {
    const at = place % texts.length;
    return { next: texts.toSpliced(at, 1), expected: texts.map((_, i) => i).toSpliced(at, 1), removed: [at] };
  }));

test('a moved block keeps its id', () =>
  check(fc.tuple(paragraphs, fc.nat(), fc.nat()), ([texts, from, to]) => {
    const order = texts.map((_, i) => i);
    const [one] = order.splice(from % texts.length, 1);
    order.splice(to % texts.length, 0, one!);
    return { next: order.map((i) => texts[i]!), expected: order, removed: [] };
  }));

test('an edited block keeps its id', () =>
  check(fc.tuple(paragraphs, fc.nat(), fc.nat()), ([texts, place, word]) => {
    const at = place % texts.length;
    const words = texts[at]!.split(' ');
    words[word % words.length] = 'altered';
    return { next: texts.with(at, words.join(' ')), expected: texts.map((_, i) => i), removed: [] };
  }));

test('of a split block the larger part keeps the id', () =>
  check(fc.tuple(paragraphs, fc.nat(), fc.boolean()), ([texts, place, first]) => {
    const at = place % texts.length;
    const words = texts[at]!.split(' ');
    const cut = Math.round(words.length * (first ? 0.7 : 0.3));
    const parts = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const ids: (number | null)[] = first ? [at, null] : [null, at];
    return {
      next: texts.toSpliced(at, 1, ...parts),
      expected: texts.map((_, i): number | null => i).toSpliced(at, 1, ...ids),
      removed: [],
    };
  }));

test('of merged blocks the first keeps its id, the second is removed', () =>
  check(fc.tuple(paragraphs, fc.nat()), ([texts, place]) => {
    const at = place % (texts.length - 1);
    const merged = `${texts[at]} ${texts[at + 1]}`;
    return {
      next: texts.toSpliced(at, 2, merged),
      expected: texts.map((_, i) => i).toSpliced(at + 1, 1),
      removed: [at + 1],
    };
  }));

test('an id named in the source wins', () => {
  const previous = identified(['one two three four', 'five six seven eight']);
  const next = [
    { ...block('one two three four'), explicitId: 'opening' },
    { ...block('wholly new words'), explicitId: 'b1' },
  ];
  const { blocks, removed } = alignBlocks({ previous, next, createId: () => 'new' as BlockId });
  assert.deepEqual(
    blocks.map(({ id }) => id),
    ['opening', 'b1'],
  );
  assert.deepEqual(
    removed.map(({ id }) => id),
    ['b0'],
  );
});

test('a paragraph put in wholly other words is another paragraph; a heading is not', () => {
  const previous: IdentifiedBlock[] = [
    { id: 'b0' as BlockId, kind: 'heading', text: 'The gale' },
    { id: 'b1' as BlockId, kind: 'paragraph', text: 'one two three four' },
  ];
  const next = [{ ...block('What followed'), kind: 'heading' as const }, block('five six seven eight')];
  const { blocks } = alignBlocks({ previous, next, createId: () => 'new' as BlockId });
  assert.deepEqual(
    blocks.map(({ id }) => id),
    ['b0', 'new'],
  );
});

test('notes keep their ids when one is put before them', () => {
  const before = listNotes(parseSource('a[^1] b[^2]\n\n[^1]: First things.\n\n[^2]: Second things.').tree);
  const after = listNotes(
    parseSource('a[^1] b[^2] c[^3]\n\n[^1]: Quite new.\n\n[^2]: First things.\n\n[^3]: Second things!').tree,
  );
  const previous = before.map(({ label, text }, i) => ({ id: `n${i}` as BlockId, label, text }));
  const { notes } = alignNotes({ previous, next: after, createId: () => 'new' as BlockId });
  assert.deepEqual(
    notes.map(({ id }) => id),
    ['new', 'n0', 'n1'],
  );
});

interface Case {
  readonly next: readonly string[];
  /** Place before of each block after; null for a new one. */
  readonly expected: readonly (number | null)[];
  readonly removed: readonly number[];
}

function check<T extends readonly string[] | readonly [readonly string[], ...unknown[]]>(
  cases: fc.Arbitrary<T>,
  change: (given: T) => Case,
): void {
  fc.assert(
    fc.property(cases, (given) => {
      const texts = (typeof given[0] === 'string' ? given : given[0]) as readonly string[];
      const { next, expected, removed } = change(given);
      const aligned = alignBlocks({
        previous: identified(texts),
        next: next.map(block),
        createId: () => 'new' as BlockId,
      });
      assert.deepEqual(
        aligned.blocks.map(({ id }) => id),
        expected.map((place) => (place === null ? 'new' : `b${place}`)),
      );
      assert.deepEqual(
        aligned.removed.map(({ id }) => id),
        removed.map((place) => `b${place}`),
      );
    }),
    RUN,
  );
}

const identified = (texts: readonly string[]): IdentifiedBlock[] =>
  texts.map((text, i) => ({ id: `b${i}` as BlockId, kind: 'paragraph', text }));

function block(text: string): Block {
  const node = { type: 'paragraph', children: [{ type: 'text', value: text }] } as const;
  return { kind: 'paragraph', node: node as never, text, section: 1, explicitId: null };
}
