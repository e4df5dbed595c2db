import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contributionText, renderContribution } from './render-contribution.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['One.\n\nTwo,\nand on.', '<p>One.</p>\n<p>Two,<br>\nand on.</p>', 'One.\n\nTwo,\nand on.'],
  [
    '> It burned.\n\nIt did *not*.',
    '<blockquote>\n<p>It burned.</p>\n</blockquote>\n<p>It did <em>not</em>.</p>',
    '> It burned.\n\nIt did not.',
  ],
  [
    '**Strong** and 2 * 3 * 4 and a*b*c',
    '<p><strong>Strong</strong> and 2 * 3 * 4 and a*b*c</p>',
    'Strong and 2 * 3 * 4 and a*b*c',
  ],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '<script>alert(1)</script>'],
  ['*/alert(1)/*', '<p>*/alert(1)/*</p>', '*/alert(1)/*'],
  ['>no quotation', '<p>&gt;no quotation</p>', '>no quotation'],
  [
    'See https://example.org/a?b=1&c=(2).',
    '<p>See <a href="https://example.org/a?b=1&amp;c=(2)" rel="nofollow ugc noopener">https://example.org/a?b=1&amp;c=(2)</a>.</p>',
    'See https://example.org/a?b=1&c=(2).',
  ],
  [
    '(https://example.org)',
    '<p>(<a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a>)</p>',
    '(https://example.org)',
  ],
  [
    'javascript:alert(1) data:text/html,x',
    '<p>javascript:alert(1) data:text/html,x</p>',
    'javascript:alert(1) data:text/html,x',
  ],
  ['https://', '<p>https://</p>', 'https://'],
];

test('what is typed becomes paragraphs, quotations, emphasis and links, and nothing else', () => {
  for (const [body, html, text] of CASES) {
    assert.equal(renderContribution(body), html);
    assert.equal(contributionText(body), text);
  }
});

const ALLOWED =
  /<\/?(?:p|blockquote|em|strong)>|<br>|<a href="https?:\/\/[^"<>\s]*" rel="nofollow ugc noopener">|<\/a>|&(?:amp|lt|gt|quot);/g;

test('whatever is typed, no other mark of HTML comes out, and every letter does', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '*',
    '**',
    '> ',
    '\n',
    '\n\n',
    'https://',
    'a',
    ' ',
    '(',
    ')',
    '\\',
    '`',
    '=',
    'javascript:',
    '<img src=x onerror=alert(1)>',
    '&#60;',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (parts) => {
      const body = parts.join('');
      assert.doesNotMatch(renderContribution(body).replace(ALLOWED, ''), /[<>&]/);
      const letters = (text: string) => text.replace(/[\s*>]/g, '');
      assert.equal(letters(contributionText(body)), letters(body));
    }),
    { numRuns: 300 },
  );
});

test('the longest contribution, made to be slow, is parsed in time that grows with its length', () => {
  for (const piece of ['*', '**a ', '*a', '> ', '> > > > > ', 'https://a', 'https://(', '"*a"', '\n', '(*'])
    for (const body of [piece.repeat(20_000 / piece.length), `${piece}a`.repeat(20_000 / (piece.length + 1))])
      assert.ok(renderContribution(body).length < 2_000_000);
});
