import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_METADATA } from '#domain/metadata.ts';
import type { Cited } from './cited.ts';
import { CITATION_STYLES, cite } from './write.ts';

const CITED: Cited = {
  metadata: {
    ...EMPTY_METADATA,
    title: 'A Logic of Lamps',
    authors: ['C. L. R. Quill'],
    firstPublished: '1937-05',
    language: 'en',
  },
  url: 'https://library.example/a-logic-of-lamps/3',
  siteName: 'The Library',
  revision: 3,
  publishedAt: '2026-11-22T23:30:00Z',
  language: 'en',
};

test('Chicago, with the revision, its date and an address that nothing follows', () => {
  assert.equal(
    cite({ ...CITED, style: 'chicago' }),
    'Quill, C. L. R. “A Logic of Lamps.” 1937. The Library. Revision 3, published 22 November 2026. https://library.example/a-logic-of-lamps/3',
  );
});

test('MLA, with a paragraph', () => {
  assert.equal(
    cite({ ...CITED, style: 'mla', paragraph: 12 }),
    'Quill, C. L. R. “A Logic of Lamps.” 1937. The Library, rev. 3, 22 Nov. 2026, https://library.example/a-logic-of-lamps/3. Par. 12.',
  );
});

test('a sentence in French, with French marks and spaces', () => {
  assert.equal(
    cite({ ...CITED, style: 'plain', language: 'fr', paragraph: 2 }),
    'C. L. R. Quill, «\u00a0A Logic of Lamps\u00a0», 1937, The Library, révision 3, 22 novembre 2026, paragraphe 2, https://library.example/a-logic-of-lamps/3',
  );
});

test('BibTeX escapes what TeX would read, and keeps the title’s capitals', () => {
  const metadata = { ...CITED.metadata, title: '50 % of {A} & B_1 ~ C\\D', translators: ['Ann Other'] };
  const written = cite({ ...CITED, metadata, style: 'bibtex' });
  assert.match(written, /^@online\{quill-1937-r3,\n/);
  assert.ok(
    written.includes('title        = {{50 \\% of \\{A\\} \\& B\\_1 \\textasciitilde{} C\\textbackslash{}D}}'),
    written,
  );
  assert.ok(written.includes('translator   = {Other, Ann}'));
  assert.ok(written.includes('origdate     = {1937}'));
});

test('what is not known is left out, not invented', () => {
  for (const style of CITATION_STYLES) {
    const written = cite({ ...CITED, metadata: { ...EMPTY_METADATA, written: '193X' }, style });
    assert.doesNotMatch(written, /193|null|undefined|\(\)|, ,|\. \./, style);
  }
});

test('several authors: the first as it is filed, more than three shortened', () => {
  const by = (authors: readonly string[]) =>
    cite({ ...CITED, metadata: { ...CITED.metadata, authors }, style: 'chicago' });
  assert.match(by(['Ann Ash', 'Bo Birch']), /^Ash, Ann, and Bo Birch\. “/);
  assert.match(by(['Ann Ash', 'Bo Birch', 'Cy Cedar']), /^Ash, Ann, Bo Birch, and Cy Cedar\. “/);
  assert.match(by(['Ann Ash', 'B', 'C', 'D']), /^Ash, Ann, et al\. “/);
  assert.match(by(['The Committee, Merrow']), /^The Committee, Merrow\. “/);
  assert.match(by(['Aristotle']), /^Aristotle\. “/);
});
