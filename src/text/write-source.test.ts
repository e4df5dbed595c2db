import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { EMPTY_METADATA } from '#domain/metadata.ts';
import { parseSource } from './parse-source.ts';
import { writeSource } from './write-source.ts';

/** Pieces of sources that meet where escaping goes wrong. */
const FRAGMENTS = [
  ...'*_~`[]()<>&:|!\\#+-=.^"{}',
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u2003',
    'a',
    'b c',
    'é',
    '1',
    '12',
    '1.',
    '2)',
    '“',
    '”',
    '…',
    '😀',
    'א',
  ],
  ...[
    '**',
    '***',
    '__',
    '~~',
    '```',
    '---',
    '* * *',
    '===',
    '> ',
    '>',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '   ',
    '    ',
    '# ',
    '## ',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[^a]',
    '![',
    '](',
    '](u)',
    '[x](u)',
    '![x](/u)',
    '<http://a.b>',
    '<b>',
    '</b>',
    '<!--',
    '&amp;',
    '&#32;',
    '&',
  ],
  ...[
    ':sc[',
    ':leadin[',
    ':page[',
    ':lang[',
    ']{lang=fr}',
    ':sic[',
    ']{correct="x"}',
    ':kind[editor]',
    ':em[',
    'foo:bar',
    '10:30',
  ],
  ...[
    '::break',
    '::page[1]',
    '::id[x]',
    ':::verse\n',
    ':::epigraph\n',
    ':::lang{lang=fr}\n',
    ':::table[T]\n',
    '\n:::\n',
    ':::',
    '::::',
  ],
  ...['| a | b |\n', '| - | - |\n', '\\\n', '\r\n', '\0', '---\ntitle: x\n---\n', '— '],
];

const sources = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

// The same cases each time, so that a failure is this change's; more and other ones with STET_TEST_RUNS.
const RUNS = process.env.STET_TEST_RUNS ? { numRuns: Number(process.env.STET_TEST_RUNS) } : { numRuns: 800, seed: 1 };

test('a source, written and read again, is the same tree; written again, the same bytes', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const parsed = parseSource(source);
      const written = writeSource(parsed);
      const again = parseSource(written);
      assert.deepEqual(bare(again.tree), bare(parsed.tree), written);
      assert.deepEqual(again.metadata, parsed.metadata);
      assert.deepEqual(again.extra, parsed.extra);
      assert.equal(writeSource(again), written);
    }),
    RUNS,
  );
});

const words = fc
  .array(fc.constantFrom(...FRAGMENTS.filter((part) => !/\n|\0/.test(part))), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));

const { phrasing } = fc.letrec<{ phrasing: Nodes[] }>((tie) => {
  const children = tie('phrasing');
  return {
    phrasing: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        words.map((value) => ({ type: 'text', value }) as Nodes),
        words.map((value) => ({ type: 'inlineCode', value }) as Nodes),
        fc.constantFrom('1', 'a').map((label) => ({ type: 'footnoteReference', identifier: label, label }) as Nodes),
        fc
          .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), children)
          .map(([type, nodes]) => ({ type, children: nodes }) as Nodes),
        fc.tuple(words, children).map(([url, nodes]) => ({ type: 'link', url, title: url, children: nodes }) as Nodes),
        fc.tuple(words, words).map(([url, alt]) => ({ type: 'image', url, alt }) as Nodes),
        fc.constant({ type: 'break' } as Nodes),
        fc
          .tuple(fc.constantFrom('sc', 'lang', 'sic', 'leadin', 'sup'), words, children)
          .map(
            ([name, value, nodes]) =>
              ({ type: 'textDirective', name, attributes: { lang: value }, children: nodes }) as Nodes,
          ),
      ),
      { maxLength: 4 },
    ),
  };
});

const paragraph = phrasing.map((children) => ({ type: 'paragraph', children }) as Nodes);
const { block } = fc.letrec<{ block: Nodes }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const items = fc.array(blocks, { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), phrasing)
        .map(([depth, children]) => ({ type: 'heading', depth, children }) as Nodes),
      blocks.map((children) => ({ type: 'blockquote', children }) as Nodes),
      fc.tuple(fc.boolean(), fc.boolean(), items).map(
        ([ordered, spread, lists]) =>
          ({
            type: 'list',
            ordered,
            spread,
            start: ordered ? 3 : null,
            children: lists.map((children) => ({ type: 'listItem', spread, children })),
          }) as Nodes,
      ),
      fc
        .tuple(fc.constantFrom('verse', 'epigraph', 'lang'), blocks)
        .map(([name, children]) => ({ type: 'containerDirective', name, attributes: {}, children }) as Nodes),
      words.map((value) => ({ type: 'code', value }) as Nodes),
      fc.constant({ type: 'thematicBreak' } as Nodes),
      fc.constant({ type: 'leafDirective', name: 'break', attributes: {}, children: [] } as Nodes),
      fc.array(fc.array(phrasing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(
        (rows) =>
          ({
            type: 'table',
            children: rows.map((cells) => ({
              type: 'tableRow',
              children: cells.map((children) => ({ type: 'tableCell', children })),
            })),
          }) as Nodes,
      ),
    ),
  };
});

test('any tree, written and read, is a fixed point and loses no word', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), (blocks) => {
      const tree = { type: 'root', children: blocks } as Root;
      const written = writeSource({ metadata: EMPTY_METADATA, tree });
      const parsed = parseSource(written);
      assert.equal(writeSource(parsed), written);
      assert.equal(letters(parsed.tree), letters(tree), written);
    }),
    RUNS,
  );
});

/** Letters and digits of text, in order: what a reader would miss. */
function letters(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return node.value.replace(/[^\p{L}\p{N}]/gu, '');
  if (node.type === 'image') return (node.alt ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  return 'children' in node ? node.children.map(letters).join('') : '';
}

function bare(tree: Root): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value)));
}
