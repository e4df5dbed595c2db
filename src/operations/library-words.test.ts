import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import type { Context } from './context.ts';
import { deleteDraft } from './draft-delete.ts';
import { saveDraft } from './draft-save.ts';
import { startDraft } from './draft-start.ts';
import { countLibraryWords } from './library-words-count.ts';
import { readProofing } from './reads/proofing.ts';
import { withdrawText } from './text-withdraw.ts';

let press: TestContext;
let editor: Context;
before(async () => {
  press = await createTestContext();
  editor = await press.as('editor');
});
after(() => press?.close());

const source = (title: string, words: string) => `---\ntitle: ${title}\nlanguage: en\n---\n\n${words}\n`;
const publish = (slug: string, words: string) => publishSource(press.context, { source: source(slug, words), slug });

test('what published texts write is known to the next, and what they write otherwise is asked; a withdrawn text says nothing', async () => {
  const texts: TextId[] = [];
  for (const slug of ['gate', 'road', 'hill'])
    texts.push(await publish(slug, 'They met Brovlinky there; the old blortsy stood by, a blortsy like no other.'));
  const draft = { source: source('Third', 'By the blortsy we waited, and Brovlenky came late to the gate.') };
  const { textId } = await startDraft(editor, draft);
  assert.deepEqual(await asked(textId), ['unknown-word blortsy'], 'nothing is counted yet');
  assert.equal(await countLibraryWords(press.context), 3);
  assert.equal(await countLibraryWords(press.context), 0);
  assert.deepEqual(await asked(textId), ['name-variant Brovlenky']);
  for (const withdrawn of texts.slice(1))
    await withdrawText(press.context, { textId: withdrawn, ground: 'rights', reason: 'Asked for.' });
  assert.equal(await countLibraryWords(press.context), 2);
  assert.deepEqual(await asked(textId), ['unknown-word blortsy']);
  const left = await press.context.store.reader
    .selectFrom('library_word')
    .select(['written', 'texts'])
    .orderBy('written')
    .execute();
  assert.deepEqual(
    left.map(({ written, texts: count }) => `${written} ${count}`),
    ['Brovlinky 1', 'blortsy 1'],
  );
});

test('the job goes on to the end of its turn, and with the rest at its next', async () => {
  for (const slug of ['one', 'two', 'three']) await publish(slug, 'They met Vronitsky there.');
  let second = 0;
  const clock = { now: () => new Date(1000 * second++) };
  assert.equal(await countLibraryWords({ ...press.context, clock }), 2);
  assert.equal(await countLibraryWords({ ...press.context, clock }), 1);
});

test('a draft proofed once is not proofed again until it, or what is known, changes; deleted, nothing of it is kept', async () => {
  const { textId } = await startDraft(editor, { source: source('Kept', 'It was the the end.') });
  const kept = () =>
    press.context.store.reader.selectFrom('proof_result').selectAll().where('text_id', '=', textId).execute();
  assert.equal((await asked(textId)).length, 1);
  const [first] = await kept();
  await press.context.store.write((transaction) =>
    transaction.updateTable('proof_result').set({ findings: '[]' }).where('text_id', '=', textId).execute(),
  );
  assert.deepEqual(await asked(textId), [], 'what is kept is what is said');
  await saveDraft(editor, { textId, version: 1, source: source('Kept', 'It was the the very end.') });
  assert.equal((await asked(textId)).length, 1);
  assert.notEqual((await kept())[0]!.key, first!.key);
  await deleteDraft(editor, { textId, version: 2 });
  assert.deepEqual(await kept(), []);
});

async function asked(textId: TextId): Promise<readonly string[]> {
  const proofing = await readProofing(editor, { textId });
  assert.ok(proofing?.ok);
  return proofing.value.findings.map(({ rule, words }) => `${rule} ${words.trim()}`);
}
