import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import { undoAnswer } from './draft-change.ts';
import { deleteDraft } from './draft-delete.ts';
import { saveDraft } from './draft-save.ts';
import { issueTicket } from './form-ticket.ts';
import { decideMisprint } from './misprint-decide.ts';
import { forgetMisprintMarks } from './misprint-marks-forget.ts';
import { reportMisprint } from './misprint-report.ts';
import { undoMisprint } from './misprint-undo.ts';
import { readDeskText } from './reads/desk.ts';
import { countMisprintsIn, listMisprints, MISPRINTS_A_PAGE } from './reads/misprints.ts';
import { listDraftChanges } from './reads/proofing.ts';

let press: TestContext;
let textId: TextId;
before(async () => {
  press = await createTestContext();
  const source = '---\ntitle: Two Lamps\n---\n\nThe lamp burned tbe night through.\n\nThe lamp went out.\n';
  textId = await publishSource(press.context, { source, slug: 'two-lamps' });
});
after(() => press?.close());

test('accepting is decided once; words in several places are not guessed at; a refusal changes no draft', async () => {
  await report('tbe', 'the');
  await report('The lamp', 'The lantern');
  const [first, second] = await listMisprints(press.context, { state: 'waiting' });
  const editor = await press.as('editor');
  const several = await decideMisprint(editor, { id: second!.id, decision: 'accept' });
  assert.equal(!several.ok && several.mistakes[0]?.key, 'mistake.misprint-place');
  assert.ok((await decideMisprint(editor, { id: second!.id, decision: 'refuse' })).ok);
  assert.ok((await decideMisprint(editor, { id: first!.id, decision: 'accept' })).ok);
  const again = decideMisprint(editor, { id: first!.id, decision: 'refuse' });
  await assert.rejects(again, (error) => error instanceof Refusal && error.code === 'stale');
  const draft = (await readDeskText(editor, { textId }))?.draft;
  assert.match(draft!.source, /The lamp burned the night through\.\n\nThe lamp went out/);
  assert.equal((await listMisprints(editor, { state: 'refused' })).length, 1);
});

test('undone, the draft is what it was; not where something was built on it; what proofing takes back waits again', async () => {
  const editor = await press.as('editor');
  const other = '---\ntitle: Three Lamps\n---\n\nThe lamp burned tbe night through.\n';
  const second = await publishSource(press.context, { source: other, slug: 'three-lamps' });
  const draft = async () => (await readDeskText(editor, { textId: second }))!.draft;
  const stateOf = async (id: string) =>
    (await press.context.store.reader.selectFrom('misprint').select('state').where('id', '=', id).executeTakeFirst())
      ?.state;
  for (const instead of ['the', 'that']) await report('tbe', instead, '', second);
  const [one, two] = await listMisprints(editor, { state: 'waiting' });
  assert.ok((await decideMisprint(editor, { id: one!.id, decision: 'accept' })).ok);
  assert.equal(await undoMisprint(editor, { id: one!.id }), true);
  assert.equal(await draft(), null, 'a draft begun by the decision alone goes with it');
  assert.equal(await undoMisprint(editor, { id: one!.id }), false, 'it waits already');

  assert.ok((await decideMisprint(editor, { id: two!.id, decision: 'by-hand' })).ok);
  assert.ok((await decideMisprint(editor, { id: one!.id, decision: 'accept' })).ok);
  const { version, source } = (await draft())!;
  await saveDraft(editor, { textId: second, version, source: `${source}\nMore.\n` });
  assert.equal(await undoMisprint(editor, { id: one!.id }), false, 'the draft was changed since');
  assert.equal(await stateOf(one!.id), 'accepted');
  assert.equal(await undoMisprint(editor, { id: two!.id }), true);
  assert.match((await draft())!.source, /burned the night.*More/s, 'the hand keeps what it wrote');

  assert.ok((await decideMisprint(editor, { id: two!.id, decision: 'refuse' })).ok);
  assert.equal(await undoMisprint(editor, { id: two!.id }), true);
  await deleteDraft(editor, { textId: second, version: version + 1 });
  await report('burned', 'burnt', '', second);
  const third = (await listMisprints(editor, { state: 'waiting' })).at(-1)!;
  assert.ok((await decideMisprint(editor, { id: third.id, decision: 'accept' })).ok);
  await undoAnswer(editor, { textId: second, version: 2, id: third.id });
  assert.equal(await stateOf(third.id), 'waiting');
  for (const { id } of [two!, third]) assert.ok((await decideMisprint(editor, { id, decision: 'refuse' })).ok);
});

test('a sender is known for a day by a keyed mark, and by nothing after thirty', async () => {
  const marks = () => press.context.store.reader.selectFrom('misprint').select(['day', 'mark']).execute();
  const days = () => press.context.store.reader.selectFrom('misprint_key').select('day').execute();
  const sent = await marks();
  assert.equal(new Set(sent.map(({ mark }) => mark)).size, 1, 'one address, one mark');
  assert.doesNotMatch(JSON.stringify(sent), /192\.0\.2\.7/);
  const old = await issueTicket(press.asVisitor(), { form: 'misprint', textId });
  press.clock.advance(31 * 24 * 60 * 60);
  const late = await reportMisprint(press.asVisitor(), { ...REPORT, words: 'a', instead: 'b', ticket: old });
  assert.equal(!late.ok && late.mistakes[0]?.key, 'mistake.form-old');
  await report('night', 'nights');
  const later = await marks();
  assert.deepEqual(
    later.map(({ mark }) => mark !== null),
    later.map(({ day }) => day === '2026-12-23'),
  );
  assert.ok(!sent.some(({ mark }) => later.some((one) => one.mark === mark)));
  assert.deepEqual(await days(), [{ day: '2026-12-23' }]);
});

test('put right by hand, the reader is thanked as well; a list of many is paged', async () => {
  const { store } = press.context;
  await report('lamp burned', 'candle burned', 'Hester Quill');
  const [byHand] = (await listMisprints(press.context, { state: 'waiting' })).filter(({ name }) => name !== null);
  assert.ok((await decideMisprint(press.context, { id: byHand!.id, decision: 'by-hand' })).ok);
  const changes = await listDraftChanges(press.context, { textId });
  assert.deepEqual([changes.at(-1)?.instead, changes.at(-1)?.credit], ['candle burned', 'Hester Quill']);
  const draft = (await readDeskText(press.context, { textId }))!.draft!;
  assert.doesNotMatch(draft.source, /candle/, 'the hand does it');
  const sample = await store.reader.selectFrom('misprint').selectAll().limit(1).executeTakeFirstOrThrow();
  const rows = Array.from({ length: MISPRINTS_A_PAGE + 1 }, (_, index) => ({
    ...sample,
    id: `many${index}`,
    ticket: `many${index}`,
    state: 'refused',
  }));
  await store.write((transaction) => transaction.insertInto('misprint').values(rows).execute());
  const many = await countMisprintsIn(press.context, 'refused');
  const pages = await Promise.all([1, 2].map((page) => listMisprints(press.context, { state: 'refused', page })));
  assert.deepEqual(
    pages.map(({ length }) => length),
    [MISPRINTS_A_PAGE, many - MISPRINTS_A_PAGE],
  );
  assert.equal(new Set(pages.flat().map(({ id }) => id)).size, many);
});

test('marks and keys go after thirty days, though nobody opens a form', async () => {
  press.clock.advance(31 * 24 * 60 * 60);
  await forgetMisprintMarks(press.context);
  const { reader } = press.context.store;
  const [keys, marked] = await Promise.all([
    reader.selectFrom('misprint_key').select('day').execute(),
    reader.selectFrom('misprint').select('id').where('mark', 'is not', null).execute(),
  ]);
  assert.deepEqual([keys, marked], [[], []]);
});

const REPORT = { slug: 'two-lamps', paragraph: '', name: '', trap: '', address: '192.0.2.7' };

async function report(words: string, instead: string, name = '', of = textId): Promise<void> {
  const visitor = press.asVisitor();
  const ticket = await issueTicket(visitor, { form: 'misprint', textId: of });
  assert.ok(
    (
      await reportMisprint(visitor, {
        ...REPORT,
        slug: of === textId ? 'two-lamps' : 'three-lamps',
        words,
        instead,
        name,
        ticket,
      })
    ).ok,
  );
  press.clock.advance(1);
}
