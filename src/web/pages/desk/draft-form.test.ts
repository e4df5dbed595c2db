import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { composeSource, draftForm, linesAbove, parseDraftForm } from './draft-form.ts';

const SOURCE = `---
title: The Ferry Ledger
authors:
  - Hester Quill
shelf: B 12
---

The first line of the body.

    indented, and kept

A last one.
`;

test('a source goes through the form and comes back as it was, keys of others with it', () => {
  const form = draftForm(SOURCE);
  assert.equal(form.metadata.title, 'The Ferry Ledger');
  assert.equal(form.extra, '{"shelf":"B 12"}');
  assert.equal(composeSource(form), SOURCE);
  assert.equal(
    SOURCE.split('\n')[linesAbove(form)],
    form.body.split('\n')[0],
    'line 1 of the form is that line of the source',
  );
});

test('front matter that is not YAML stays in the source, before the editor’s eyes', () => {
  const broken = '---\ntitle: [unclosed\n---\n\nBody.\n';
  const form = draftForm(broken);
  assert.equal(form.body, broken);
  assert.equal(composeSource(form), broken);
});

test('whatever is typed: what the form holds after a save is what was typed', () => {
  const typed = fc.record({
    title: fc.string(),
    summary: fc.string({ unit: 'grapheme' }),
    body: fc.string({ unit: 'grapheme' }),
  });
  fc.assert(
    fc.property(typed, ({ title, summary, body }) => {
      fc.pre(!/^\s*---/.test(body));
      const sent = new URLSearchParams({ 'value.title': title, 'value.summary': summary, body });
      const once = composeSource(parseDraftForm(sent));
      assert.equal(composeSource(draftForm(once)), once);
    }),
  );
});
