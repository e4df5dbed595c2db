import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { alignBlocks } from './align-blocks.ts';
import { alignNotes } from './align-notes.ts';
import type { BodyLabels } from './body-labels.ts';
import { listBlocks } from './list-blocks.ts';
import { listNotes } from './list-notes.ts';
import { parseSource } from './parse-source.ts';
import { plainText } from './plain-text.ts';
import { renderBody } from './render-body.ts';
import { writeSource } from './write-source.ts';

/** A case is a folder: `in.md`, and what comes of it. `STET_GOLDEN=write` writes what comes of it now; read it before it is committed. */
const FOLDER = join(import.meta.dirname, '../../test/golden/text');
const CASES = readdirSync(FOLDER);

const LABELS: BodyLabels = {
  notes: 'Notes',
  paragraph: 'Paragraph {number}',
  note: 'Note {number}',
  showNote: 'Show note {number}',
  back: 'Back to the call of note {number}',
  table: 'Table',
  page: 'Page {page}',
  correction: 'read',
  noteKinds: { editor: 'Editor’s note:', translator: 'Translator’s note:', transcriber: 'Transcriber’s note:' },
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off' },
});

test('there are cases', () => assert.ok(CASES.length >= 7));

for (const name of CASES) {
  const made = makeAll(readFileSync(join(FOLDER, name, 'in.md'), 'utf8'));

  for (const [file, content] of Object.entries(made))
    test(`${name}: ${file}`, () => {
      const path = join(FOLDER, name, file);
      if (process.env.STET_GOLDEN === 'write') writeFileSync(path, content);
      assert.ok(existsSync(path), `no ${file} yet: write it with STET_GOLDEN=write`);
      assert.equal(content, readFileSync(path, 'utf8'));
    });

  test(`${name}: the body is valid HTML`, async () => {
    const page = `<!DOCTYPE html><html lang="en"><head><title>${name}</title></head><body><main><h1>${name}</h1>${made['body.html']}</main></body></html>`;
    const { results } = await validator.validateString(page);
    const messages = results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    assert.deepEqual(messages, []);
  });

  test(`${name}: the written source reads back`, () => {
    assert.equal(writeSource(parseSource(made['out.md'])), made['out.md']);
  });
}

function makeAll(source: string) {
  const parsed = parseSource(source);
  const { tree, problems } = parsed;
  let count = 0;
  const createId = () => `id${++count}` as never;
  const { blocks } = alignBlocks({ previous: [], next: listBlocks(tree), createId });
  const { notes } = alignNotes({ previous: [], next: listNotes(tree), createId });
  const { html } = renderBody({ tree, blocks, notes, language: 'en', labels: LABELS });
  return {
    'out.md': writeSource(parsed),
    'body.html': html,
    'transcribed.txt': plainText(tree, { leadIns: 'as transcribed' }),
    'plain.txt': plainText(tree, { leadIns: 'sentence case' }),
    'problems.txt': problems.map(({ line, code, message }) => `${line} ${code}: ${message}\n`).join(''),
  };
}
