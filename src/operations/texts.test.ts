// The way of a text: written, proposed, published, revised, renamed, withdrawn, restored.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import type { Context } from './context.ts';
import { deleteDraft } from './draft-delete.ts';
import { proposeDraft, returnDraft } from './draft-propose.ts';
import { saveDraft } from './draft-save.ts';
import { startDraft } from './draft-start.ts';
import { listDeskTexts, readDeskText } from './reads/desk.ts';
import { latestPublications } from './reads/feed.ts';
import { listTerms, listTexts } from './reads/library.ts';
import { findPassage, readArticle, readRevisionFiles, resolveSlug } from './reads/published.ts';
import { searchTexts } from './reads/search.ts';
import { startRevision } from './revision-start.ts';
import { publishText } from './text-publish.ts';
import { renameText } from './text-rename.ts';
import { restoreText } from './text-restore.ts';
import { withdrawText } from './text-withdraw.ts';

let t: TestContext;
let ada: Context;
let edda: Context;
let visitor: Context;
beforeEach(async () => {
  t = await createTestContext();
  ada = await t.as('administrator');
  edda = await t.as('editor');
  visitor = t.asVisitor();
});
afterEach(() => t.close());

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const keysOf = (result: { ok: boolean; mistakes?: readonly { key: string }[] }) =>
  (result.mistakes ?? []).map(({ key }) => key);
const all = { kind: 'all' } as const;

function sourceOf({
  title = 'The Lamp',
  body = 'The lamp burned all night.',
  ...fields
}: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...(title && { title }), ...fields }).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

async function publish(
  fields: Readonly<Record<string, string>>,
  slug?: string,
): Promise<{ textId: TextId; slug: Slug }> {
  const { textId } = await startDraft(ada, { source: sourceOf(fields) });
  const published = await publishText(ada, { textId, version: 1, ...(slug && { slug }) });
  assert.ok(published.ok, JSON.stringify(published));
  return { textId, slug: published.value.slug };
}

async function revise(textId: TextId, source: string, reason = 'a misprint'): Promise<number> {
  const { version } = await startRevision(ada, { textId });
  const saved = await saveDraft(ada, { textId, version, source });
  assert.equal(saved.kind, 'saved');
  const published = await publishText(ada, { textId, version: version + 1, reason });
  assert.ok(published.ok, JSON.stringify(published));
  return published.value.number;
}

test('a draft is proposed by an editor, published by an administrator, and then there for everybody', async () => {
  const { textId } = await startDraft(edda);
  const source = sourceOf({
    authors: '[Ada Poe]',
    written: '1938',
    language: 'en',
    collections: '[Nights]',
    keywords: '[light]',
  });
  assert.deepEqual(await saveDraft(edda, { textId, version: 1, source }), { kind: 'saved', version: 2 });
  await proposeDraft(edda, { textId, version: 2 });
  assert.equal((await listDeskTexts(edda, { state: 'proposed', page: 1 })).items[0]?.title, 'The Lamp');
  assert.equal(await resolveSlug(visitor, { slug: 'the-lamp' }), null);
  const before = t.context.store.generation();
  assert.deepEqual(await publishText(ada, { textId, version: 3 }), {
    ok: true,
    value: { slug: 'the-lamp', number: 1 },
  });
  assert.notEqual(t.context.store.generation(), before);
  const article = await readArticle(visitor, { slug: 'the-lamp' });
  assert.deepEqual([article?.metadata.title, article?.number, article?.latest, article?.words], ['The Lamp', 1, 1, 5]);
  assert.match(article?.bodyHtml ?? '', /burned all night/);
  for (const [kind, slug] of [
    ['author', 'ada-poe'],
    ['collection', 'nights'],
    ['keyword', 'light'],
    ['language', 'en'],
    ['year', '1938'],
  ] as const) {
    const listed = await listTexts(visitor, { by: { kind, slug }, order: 'title', page: 1, pageSize: 10 });
    assert.deepEqual([listed.total, listed.items[0]?.slug], [1, 'the-lamp'], kind);
  }
  assert.equal((await readDeskText(edda, { textId }))?.draft, null);
});

test('only the version that was read is published', async () => {
  const { textId } = await startDraft(edda, { source: sourceOf({}) });
  await saveDraft(edda, { textId, version: 1, source: sourceOf({ body: 'Something else.' }) });
  await assert.rejects(publishText(ada, { textId, version: 1 }), refused('stale'));
  assert.equal(await resolveSlug(visitor, { slug: 'the-lamp' }), null);
});

test('what a publication lacks is said beside its field, and nothing is published', async () => {
  const untitled = await startDraft(ada, { source: sourceOf({ title: '' }) });
  assert.deepEqual(keysOf(await publishText(ada, { textId: untitled.textId, version: 1 })), ['mistake.title-missing']);
  const empty = await startDraft(ada, { source: sourceOf({ body: '' }) });
  assert.deepEqual(keysOf(await publishText(ada, { textId: empty.textId, version: 1 })), ['mistake.text-empty']);
  const { textId } = await publish({});
  const { version } = await startRevision(ada, { textId });
  assert.deepEqual(keysOf(await publishText(ada, { textId, version, reason: ' ' })), ['mistake.reason-missing']);
  assert.equal((await readDeskText(ada, { textId }))?.draft?.version, version);
});

test('two editors save: the second is shown the first’s, and nothing is lost', async () => {
  const { textId } = await startDraft(edda, { source: sourceOf({}) });
  const mine = sourceOf({ body: 'Mine.' });
  await saveDraft(edda, { textId, version: 1, source: mine });
  const saved = await saveDraft(ada, { textId, version: 1, source: sourceOf({ body: 'Theirs.' }) });
  assert.ok(saved.kind === 'stale');
  assert.deepEqual([saved.theirs.source, saved.theirs.by, saved.theirs.version], [mine, 'Edda', 2]);
  assert.equal((await readDeskText(edda, { textId }))?.draft?.source, mine);
  await publishText(ada, { textId, version: 2 });
  assert.deepEqual(await saveDraft(edda, { textId, version: 2, source: mine }), { kind: 'gone', number: 1 });
});

test('a revision keeps the ids of what stayed, remembers what went, and leaves the one before as it was', async () => {
  const { textId, slug } = await publish({ body: 'One stays here.\n\nTwo goes away.' });
  const first = await readRevisionFiles(visitor, { slug });
  t.clock.advance(3600);
  assert.equal(await revise(textId, sourceOf({ body: 'One stays here.\n\nThree is an entirely new paragraph.' })), 2);
  const second = await readRevisionFiles(visitor, { slug });
  assert.equal(second?.blocks[0]?.id, first?.blocks[0]?.id);
  assert.deepEqual(await readRevisionFiles(visitor, { slug, number: 1 }), { ...first, latest: 2 });
  const gone = first?.blocks[1]?.id ?? '';
  assert.deepEqual(await findPassage(visitor, { slug, id: gone }), {
    number: 1,
    text: 'Two goes away.',
    isVerse: false,
    isCurrent: false,
  });
  const article = await readArticle(visitor, { slug });
  assert.deepEqual(
    article?.revisions.map(({ number, reason }) => [number, reason]),
    [
      [1, null],
      [2, 'a misprint'],
    ],
  );
  assert.equal(await readArticle(visitor, { slug, number: 3 }), null);
});

test('lists, feed and search follow the current revision', async () => {
  const one = await publish({ title: 'One', authors: '[Ada Poe]', body: 'A heron stood there.' });
  t.clock.advance(60);
  await publish({ title: 'Two', authors: '[Ada Poe, Élise Roux]' });
  t.clock.advance(60);
  await revise(one.textId, sourceOf({ title: 'One', authors: '[Jean Roux]', body: 'An egret stood there.' }));
  const titles = async (order: 'newest' | 'changed' | 'title') =>
    (await listTexts(visitor, { by: all, order, page: 1, pageSize: 10 })).items.map(({ title }) => title);
  assert.deepEqual(await titles('newest'), ['Two', 'One']);
  assert.deepEqual(await titles('changed'), ['One', 'Two']);
  assert.deepEqual(
    (await latestPublications(visitor, { by: all, limit: 1 })).map(({ number }) => number),
    [2],
  );
  const authors = await listTerms(visitor, { kind: 'author', page: 1, pageSize: 10 });
  assert.deepEqual(
    authors.items.map(({ name, texts }) => [name, texts]),
    [
      ['Ada Poe', 1],
      ['Élise Roux', 1],
      ['Jean Roux', 1],
    ],
  );
  assert.equal((await searchTexts(visitor, { query: 'heron', page: 1 })).total, 0);
  const [found] = (await searchTexts(visitor, { query: 'EGRET', page: 1 })).items;
  assert.deepEqual(
    found?.snippet.filter(({ isMatch }) => isMatch),
    [{ text: 'egret', isMatch: true }],
  );
});

test('search: accents, phrases, beginnings, and signs that mean something to a database', async () => {
  await publish({ title: 'L’Été', body: 'Le café était fermé.\n\nRien d’autre.' });
  const count = async (query: string) => (await searchTexts(visitor, { query, page: 1 })).total;
  const queries = { cafe: 1, CAFÉ: 1, '"était fermé"': 1, '"fermé était"': 0, ferm: 1, ete: 1, 'café absent': 0 };
  for (const [query, expected] of Object.entries(queries)) assert.equal(await count(query), expected, query);
  for (const odd of [
    '',
    '"',
    '""',
    '*',
    'cafe*"',
    'title:cafe',
    'a AND OR NOT',
    '-cafe',
    '(',
    'NEAR(a b)',
    '\0',
    "'; drop table text",
  ]) {
    assert.ok((await count(odd)) >= 0, odd);
  }
});

test('a slug: made from the title, giving way; chosen, a mistake when it is taken', async () => {
  const slugs = [
    await publish({}),
    await publish({}),
    await publish({ title: 'Desk' }),
    await publish({ title: '—' }),
  ].map(({ slug }) => slug);
  assert.deepEqual(slugs, ['the-lamp', 'the-lamp-2', 'desk-2', 'untitled']);
  const { textId } = await startDraft(ada, { source: sourceOf({}) });
  const keys = [];
  for (const slug of ['the-lamp', 'desk', 'The Lamp'])
    keys.push(...keysOf(await publishText(ada, { textId, version: 1, slug })));
  assert.deepEqual(keys, ['mistake.slug-taken', 'mistake.slug-reserved', 'mistake.slug-form']);
  assert.deepEqual(await publishText(ada, { textId, version: 1, slug: 'a-lamp' }), {
    ok: true,
    value: { slug: 'a-lamp', number: 1 },
  });
});

test('a renamed text is found under every name it had, and none of them goes to another', async () => {
  const { textId } = await publish({});
  assert.ok((await renameText(ada, { textId, slug: 'lamp' })).ok);
  assert.ok((await renameText(ada, { textId, slug: 'lantern' })).ok);
  assert.deepEqual(await resolveSlug(visitor, { slug: 'the-lamp' }), { kind: 'renamed', to: 'lantern' });
  assert.deepEqual(await resolveSlug(visitor, { slug: 'lamp' }), { kind: 'renamed', to: 'lantern' });
  assert.equal((await listTexts(visitor, { by: all, order: 'title', page: 1, pageSize: 9 })).items[0]?.slug, 'lantern');
  assert.equal((await publish({})).slug, 'the-lamp-2');
  assert.ok((await renameText(ada, { textId, slug: 'the-lamp' })).ok);
  assert.equal((await resolveSlug(visitor, { slug: 'the-lamp' }))?.kind, 'current');
});

test('a withdrawn text says so at its address and is nowhere else, until it is restored', async () => {
  const { textId, slug } = await publish({ authors: '[Ada Poe]' });
  const { textId: other } = await publish({ title: 'Other', collections: '[Nights]' });
  assert.deepEqual(keysOf(await withdrawText(ada, { textId, ground: 'whim', reason: 'x' })), [
    'mistake.ground-missing',
  ]);
  assert.deepEqual(keysOf(await withdrawText(ada, { textId, ground: 'rights', reason: ' ' })), [
    'mistake.reason-missing',
  ]);
  assert.ok((await withdrawText(ada, { textId, ground: 'rights', reason: 'The heirs asked.' })).ok);
  const meaning = await resolveSlug(visitor, { slug });
  assert.deepEqual(meaning, {
    kind: 'withdrawn',
    slug,
    at: '2026-11-22T18:00:00Z',
    ground: 'rights',
    reason: 'The heirs asked.',
  });
  assert.equal(await readArticle(visitor, { slug }), null);
  assert.equal(await readArticle(visitor, { slug, number: 1 }), null);
  assert.equal(await readRevisionFiles(visitor, { slug, number: 1 }), null);
  assert.equal(
    (await searchTexts(visitor, { query: 'lamp', page: 1 })).items.filter((item) => item.slug === slug).length,
    0,
  );
  assert.deepEqual(
    (await latestPublications(visitor, { by: all, limit: 9 })).map((entry) => entry.textId),
    [other],
  );
  assert.equal((await listTerms(visitor, { kind: 'author', page: 1, pageSize: 9 })).total, 0);
  assert.equal((await listDeskTexts(ada, { state: 'withdrawn', page: 1 })).items[0]?.title, 'The Lamp');
  await startRevision(ada, { textId });
  assert.deepEqual(keysOf(await publishText(ada, { textId, version: 1, reason: 'x' })), ['mistake.text-withdrawn']);
  assert.ok((await restoreText(ada, { textId })).ok);
  assert.equal((await readArticle(visitor, { slug }))?.number, 1);
  assert.equal((await searchTexts(visitor, { query: '"lamp burned"', page: 1 })).total, 2);
});

test('a draft goes back to its editor, and a deleted one takes with it only what was never published', async () => {
  const { textId } = await startDraft(edda, { source: sourceOf({}) });
  await proposeDraft(edda, { textId, version: 1 });
  await assert.rejects(proposeDraft(edda, { textId, version: 2 }), refused('stale'));
  await returnDraft(ada, { textId, version: 2 });
  await assert.rejects(deleteDraft(edda, { textId, version: 2 }), refused('stale'));
  await deleteDraft(edda, { textId, version: 3 });
  assert.equal(await readDeskText(edda, { textId }), null);
  const published = await publish({});
  const { version } = await startRevision(edda, published);
  assert.deepEqual(await startRevision(ada, published), { version });
  await deleteDraft(edda, { textId: published.textId, version });
  assert.equal((await readArticle(visitor, published))?.number, 1);
});

test('previous and next: in the collection by date, else as they were published', async () => {
  for (const [title, written] of [
    ['C', '1903'],
    ['A', '1901'],
    ['B', '1902'],
  ] as const)
    await publish({ title, written, collections: '[Nights]' });
  await publish({ title: 'Alone' });
  const around = async (slug: string) => {
    const article = await readArticle(visitor, { slug });
    return [article?.previous?.title ?? null, article?.next?.title ?? null];
  };
  assert.deepEqual(
    [await around('a'), await around('b'), await around('c')],
    [
      [null, 'B'],
      ['A', 'C'],
      ['B', null],
    ],
  );
  assert.deepEqual(await around('alone'), ['B', null]);
});

test('a text and its translations point to each other, whatever the original is called now', async () => {
  const original = await publish({ title: 'The Lamp', language: 'en' });
  await publish({ title: 'La Lampe', language: 'fr', 'translation-of': 'the-lamp' });
  await renameText(ada, { textId: original.textId, slug: 'lamp' });
  await publish({ title: 'Die Lampe', language: 'de', 'translation-of': 'lamp' });
  const translations = async (slug: string) =>
    (await readArticle(visitor, { slug }))?.translations.map(({ language }) => language);
  assert.deepEqual(await translations('lamp'), ['de', 'fr']);
  assert.deepEqual(await translations('la-lampe'), ['de', 'en']);
});

test('the desk lists texts by state, filtered, with counts', async () => {
  await publish({ title: 'Printed', authors: '[Zoe Quill]' });
  const revised = await publish({ title: 'Again' });
  await startRevision(edda, revised);
  await startDraft(edda, { source: sourceOf({ title: 'Half 100%_done' }) });
  const list = await listDeskTexts(edda, { state: 'draft', page: 1 });
  assert.deepEqual(list.counts, { draft: 2, proposed: 0, published: 2, withdrawn: 0 });
  assert.deepEqual(
    list.items.map(({ title, number, updatedBy }) => [title, number, updatedBy]),
    [
      ['Half 100%_done', 0, 'Edda'],
      ['Again', 1, 'Edda'],
    ],
  );
  const titles = async (state: 'draft' | 'published', query: string) =>
    (await listDeskTexts(edda, { state, query, page: 1 })).items.map(({ title }) => title);
  assert.deepEqual(await titles('draft', '0%_D'), ['Half 100%_done']);
  assert.deepEqual(await titles('published', 'quill'), ['Printed']);
  assert.deepEqual(await titles('published', '%'), []);
});
