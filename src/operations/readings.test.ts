// The way of a file: read, corrected, confirmed, published; or imported with many others.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import type { Context } from './context.ts';
import { saveDraft } from './draft-save.ts';
import { confirmReading } from './reading-confirm.ts';
import { correctReading, standing } from './reading-correct.ts';
import { createReading } from './reading-create.ts';
import { listDeskTexts, readDeskReading, readDeskText, readUpload } from './reads/desk.ts';
import { listTexts } from './reads/library.ts';
import { readArticle } from './reads/published.ts';
import { type ImportFile, type ImportOutcome, importText, importTexts } from './text-import.ts';
import { publishText } from './text-publish.ts';

let t: TestContext;
let ada: Context;
let edda: Context;
beforeEach(async () => {
  t = await createTestContext();
  ada = await t.as('administrator');
  edda = await t.as('editor');
});
afterEach(() => t.close());

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const keysOf = (result: { ok: boolean; mistakes?: readonly { key: string }[] }) =>
  (result.mistakes ?? []).map(({ key }) => key);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const FILE = `---
title: A Letter
authors: [Ada Poe]
---

Dear friend, the lamp burned all night and nobody came to put it out.

Yours, and so on.
`;

async function read(context: Context, text = FILE) {
  const file = { bytes: bytesOf(text), fileName: 'letter.md', format: 'markdown' } as const;
  const created = await createReading(context, file);
  assert.ok(created.ok, JSON.stringify(created));
  return created.value.textId;
}

test('a file is read, corrected, confirmed and published; its bytes stay', async () => {
  const textId = await read(edda);
  const found = await readDeskReading(edda, { textId });
  assert.deepEqual([found?.version, found?.reading.metadata.title, found?.fileName], [1, 'A Letter', 'letter.md']);
  const corrections = [{ kind: 'metadata', field: 'title', value: 'A Letter by Night' } as const];
  assert.deepEqual(await correctReading(edda, { textId, version: 1, corrections }), {
    ok: true,
    value: { version: 2 },
  });
  await assert.rejects(correctReading(edda, { textId, version: 1, corrections: [] }), refused('stale'));
  assert.equal((await readDeskReading(edda, { textId }))?.reading.metadata.title, 'A Letter by Night');
  assert.deepEqual(keysOf(await publishText(ada, { textId, version: 2 })), ['mistake.reading-unconfirmed']);
  await assert.rejects(saveDraft(edda, { textId, version: 2, source: 'x' }), refused('stale'));
  assert.deepEqual(await confirmReading(edda, { textId, version: 2 }), { ok: true, value: { version: 3 } });
  assert.equal(await readDeskReading(edda, { textId }), null);
  const published = await publishText(ada, { textId, version: 3 });
  assert.deepEqual(published, { ok: true, value: { slug: 'a-letter-by-night', number: 1 } });
  assert.deepEqual((await readUpload(edda, { textId }))?.bytes.toString(), FILE);
});

test('a correction is taken back by leaving it out', async () => {
  const textId = await read(edda);
  const title = (value: string) => ({ kind: 'metadata', field: 'title', value }) as const;
  await correctReading(edda, { textId, version: 1, corrections: [title('One'), title('Two')] });
  assert.equal((await readDeskReading(edda, { textId }))?.reading.metadata.title, 'Two');
  await correctReading(edda, { textId, version: 2, corrections: [title('One')] });
  assert.equal((await readDeskReading(edda, { textId }))?.reading.metadata.title, 'One');
  assert.deepEqual(standing([title('One'), { kind: 'lines', lines: [1, 2], as: 'text' }, title('Two')]), [
    { kind: 'lines', lines: [1, 2], as: 'text' },
    title('Two'),
  ]);
});

test('files that hold no text, or too much of it, are answered and leave nothing behind', async () => {
  const file = { fileName: null, format: 'auto' } as const;
  assert.deepEqual(keysOf(await createReading(edda, { ...file, bytes: new Uint8Array() })), ['mistake.file-empty']);
  const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 37) % 32);
  assert.deepEqual(keysOf(await createReading(edda, { ...file, bytes: binary })), ['mistake.file-not-text']);
  const small = { ...edda, settings: { ...edda.settings, uploadLimitBytes: 10 } };
  await assert.rejects(createReading(small, { ...file, bytes: bytesOf(FILE) }), refused('too-large'));
  assert.equal((await listDeskTexts(edda, { state: 'draft', page: 1 })).total, 0);
});

function* files(count: number): Generator<ImportFile> {
  for (let number = 0; number < count; number++) {
    const text = `---\ntitle: Letter ${number}\nauthors: [Author ${number % 3}]\n---\n\nLetter number ${number}.\n`;
    yield { path: `letters/${number}.md`, bytes: bytesOf(text), format: 'markdown' };
  }
}

async function importAll(
  context: Context,
  list: Iterable<ImportFile>,
  publish = true,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for await (const outcome of importTexts(context, { files: list, publish })) outcomes.push(outcome);
  return outcomes;
}

test('many files become texts, in order, and a second time none of them does', async () => {
  const first = await importAll(t.context, files(150));
  assert.deepEqual(
    first.map(({ path, kind }) => `${path} ${kind}`),
    [...files(150)].map(({ path }) => `${path} imported`),
  );
  const page = await listTexts(t.asVisitor(), {
    by: { kind: 'author', slug: 'author-1' },
    order: 'title',
    page: 1,
    pageSize: 3,
  });
  assert.deepEqual([page.total, page.items[0]?.slug], [50, 'letter-1']);
  const second = await importAll(t.context, files(151));
  assert.deepEqual(
    second.map(({ kind }) => kind),
    [...Array<string>(150).fill('skipped'), 'imported'],
  );
  assert.equal(
    (await listTexts(t.asVisitor(), { by: { kind: 'all' }, order: 'newest', page: 1, pageSize: 1 })).total,
    151,
  );
});

test('an import that is stopped keeps what it had answered, and goes on from there', async () => {
  for await (const outcome of importTexts(t.context, { files: files(200), publish: true }))
    if (outcome.path.endsWith('/10.md')) break;
  const rest = await importAll(t.context, files(200));
  const skipped = rest.filter(({ kind }) => kind === 'skipped').length;
  assert.ok(skipped >= 11 && skipped < 200, String(skipped));
  assert.equal(
    (await listTexts(t.asVisitor(), { by: { kind: 'all' }, order: 'newest', page: 1, pageSize: 1 })).total,
    200,
  );
});

test('what is said at import stands above the file, in the draft as in the published text', async () => {
  const [file] = [...files(1)];
  const metadata = { title: 'Called Otherwise', collections: ['Letters'] };
  const drafted = await importText(edda, { ...file!, metadata, publish: false });
  assert.ok(drafted.ok);
  assert.equal((await readDeskReading(edda, drafted.value))?.reading.metadata.title, 'Called Otherwise');
  assert.deepEqual((await readDeskText(edda, drafted.value))?.title, 'Called Otherwise');
  const published = await importText(t.context, {
    ...file!,
    path: 'elsewhere.md',
    metadata,
    slug: 'chosen',
    publish: true,
  });
  assert.ok(published.ok);
  const article = await readArticle(t.asVisitor(), { slug: 'chosen' });
  assert.deepEqual([article?.metadata.title, article?.metadata.collections], ['Called Otherwise', ['Letters']]);
  assert.deepEqual(await importText(t.context, { ...file!, path: 'elsewhere.md', publish: true }), published);
});

test('a file that does not fit is said to be, and holds up no other', async () => {
  const [good] = [...files(1)];
  const list: ImportFile[] = [
    { path: 'empty.txt', bytes: new Uint8Array(), format: 'auto' },
    {
      ...good!,
      path: 'untitled.md',
      bytes: bytesOf('Words without a name that go on for a while, and are clearly a paragraph.\n'),
    },
    { ...good!, path: 'reserved.md', slug: 'desk' },
    good!,
  ];
  const outcomes = await importAll(t.context, list);
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.mistakes[0]?.key : outcome.kind)),
    ['mistake.file-empty', 'mistake.title-missing', 'mistake.slug-reserved', 'imported'],
  );
});
