import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import type { Context } from './context.ts';
import { undoAnswer } from './draft-change.ts';
import { deleteDraft } from './draft-delete.ts';
import { proposeDraft } from './draft-propose.ts';
import { saveDraft } from './draft-save.ts';
import { startDraft } from './draft-start.ts';
import { answerFinding, type FindingAnswer } from './finding-answer.ts';
import { addLexiconWords, removeLexiconWord } from './lexicon-change.ts';
import { readProofFigures } from './reads/proof-figures.ts';
import { countOpenFindings, type Proofing, readProofing } from './reads/proofing.ts';
import { startRevision } from './revision-start.ts';
import { switchRule } from './rule-switch.ts';
import { publishText } from './text-publish.ts';

const SOURCE = `---
title: A Night Walk
language: en
---

It was the the end of tbe road, and tbe ferry lay still upon the water.

The ferryman had a lccal name for it.
`;
let press: TestContext;
let editor: Context;

before(async () => {
  press = await createTestContext();
  editor = await press.as('editor');
});
after(() => press?.close());

test('accepting changes the draft and nothing else; taking it back gives the source as it was', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const first = await answer(textId, { words: 'lccal', answer: 'accept' });
  assert.equal(first.draft.version, 2);
  assert.equal(first.draft.source, SOURCE.replace('lccal', 'local'));
  const second = await answer(textId, { words: 'tbe', answer: 'accept', everywhere: true });
  assert.equal(second.draft.source, SOURCE.replace('lccal', 'local').replaceAll('tbe', 'the'));
  assert.deepEqual(
    second.changes.map(({ words, instead, places }) => [words, instead, places.length]),
    [
      ['lccal', 'local', 1],
      ['tbe', 'the', 2],
    ],
  );
  const [change, newest] = second.changes;
  await assert.rejects(undoAnswer(editor, { textId, version: 3, id: change!.id }), refused('stale'));
  await undoAnswer(editor, { textId, version: 3, id: newest!.id });
  await undoAnswer(editor, { textId, version: 4, id: change!.id });
  const back = await proofingOf(textId);
  assert.equal(back.draft.source, SOURCE);
  assert.deepEqual(back.changes, []);
});

test('an edit replaces whole words; the same words are no edit', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const finding = find(await proofingOf(textId), 'lccal');
  assert.equal(finding.passage, 'lccal');
  const asked = { textId, version: 1, finding: finding.key, answer: 'edit', everywhere: false } as const;
  const same = await answerFinding(editor, { ...asked, instead: 'lccal' });
  assert.deepEqual(!same.ok && same.mistakes[0]?.key, 'mistake.finding-unchanged');
  assert.ok((await answerFinding(editor, { ...asked, instead: 'loyal' })).ok);
  assert.match((await proofingOf(textId)).draft.source, /had a loyal name/);
  await assert.rejects(answerFinding(editor, { ...asked, instead: 'regal' }), refused('stale'));
});

test('stet is remembered at its place, through changes beside it and into the next revision; without its words it is reported', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const stood = await answer(textId, { words: 'lccal', answer: 'stet' });
  assert.equal(stood.draft.source, SOURCE, 'stet changes nothing');
  assert.ok(!stood.findings.some(({ words }) => words === 'lccal'));
  const published = await publishText(press.context, { textId, version: 1 });
  assert.ok(published.ok);
  await startRevision(editor, { textId });
  const source = SOURCE.replace('The ferryman had', 'A ferryman gave').replace('It was', 'Now it was');
  await saveDraft(editor, { textId, version: 1, source });
  const later = await proofingOf(textId);
  assert.ok(!later.findings.some(({ words }) => words === 'lccal'), 'one side of its place is as it was');
  assert.deepEqual(later.unmet, []);
  await saveDraft(editor, { textId, version: 2, source: source.replace('lccal', 'local') });
  const gone = await proofingOf(textId);
  assert.deepEqual(
    gone.unmet.map(({ words }) => words),
    ['lccal'],
  );
  const elsewhere = `${SOURCE}\nNobody knew this lccal word there.\n`;
  await saveDraft(editor, { textId, version: 3, source: elsewhere });
  assert.equal((await proofingOf(textId)).findings.filter(({ words }) => words === 'lccal').length, 1);
});

test('stet for the whole text lets the words stand wherever they are', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const stood = await answer(textId, { words: 'tbe', answer: 'stet', everywhere: true });
  assert.ok(!stood.findings.some(({ words }) => words === 'tbe'));
  await undoAnswer(editor, { textId, version: 1, id: stood.stets[0]!.id });
  assert.equal((await proofingOf(textId)).findings.filter(({ words }) => words === 'tbe').length, 2);
});

test('a rule turned off asks nothing, in one text or on the site; only an administrator turns it off for all', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const before = await countOpenFindings(editor, { textId });
  assert.ok(before && before.certain > 0 && before.open >= 4, JSON.stringify(before));
  await switchRule(editor, { rule: 'unknown-word', textId, isOff: true });
  assert.equal((await countOpenFindings(editor, { textId }))?.open, before.open - 3);
  await switchRule(editor, { rule: 'unknown-word', textId, isOff: false });
  await assert.rejects(switchRule(editor, { rule: 'unknown-word', textId: null, isOff: true }), refused('not-allowed'));
  await assert.rejects(switchRule(editor, { rule: 'no-rule', textId, isOff: true }), refused('bad-request'));
  const administrator = await press.as('administrator');
  await switchRule(administrator, { rule: 'unknown-word', textId: null, isOff: true });
  assert.equal((await countOpenFindings(editor, { textId }))?.open, before.open - 3);
  await switchRule(administrator, { rule: 'unknown-word', textId: null, isOff: false });
});

test('figures say what each rule asked and what was answered; a word of the lexicon is not questioned', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE.replace('The ferryman', 'Then Ordjonokidze') });
  const figure = async () => (await readProofFigures(editor)).rules.find(({ rule }) => rule === 'unknown-word')!;
  await proofingOf(textId);
  const before = await figure();
  await answer(textId, { words: 'lccal', answer: 'accept' });
  await answer(textId, { words: 'tbe', answer: 'stet', everywhere: true });
  const now = await figure();
  assert.deepEqual(
    [now.findings - before.findings, now.accepted - before.accepted, now.stet - before.stet],
    [-1, 1, 1],
    'what was changed is asked no more, what was let stand still is',
  );
  assert.equal((await readProofFigures(editor)).months.at(-1)?.month, '2026-11');
  const open = (await proofingOf(textId)).findings.length;
  assert.ok((await addLexiconWords(editor, { text: 'Sergo  Ordjonokidze\n' })).ok);
  assert.deepEqual((await readProofFigures(editor)).lexicon, ['Sergo Ordjonokidze']);
  assert.equal((await proofingOf(textId)).findings.length, open - 1);
  await removeLexiconWord(editor, { word: 'Sergo Ordjonokidze' });
  assert.equal((await proofingOf(textId)).findings.length, open);
  const odd = await addLexiconWords(editor, { text: '123' });
  assert.equal(!odd.ok && odd.mistakes[0]?.key, 'mistake.words-odd');
});

test('visitors neither read nor answer; a proposed draft is answered by nobody', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  const visitor = press.asVisitor();
  await assert.rejects(readProofing(visitor, { textId }), refused('sign-in-required'));
  const asked = { textId, version: 1, finding: 'x', answer: 'stet', everywhere: false } as const;
  await assert.rejects(answerFinding(visitor, asked), refused('sign-in-required'));
  await assert.rejects(undoAnswer(visitor, { textId, version: 1, id: 'x' }), refused('sign-in-required'));
  const [finding] = (await proofingOf(textId)).findings;
  const { version } = await proposeDraft(editor, { textId, version: 1 });
  const late = answerFinding(editor, { ...asked, version, finding: finding!.key });
  await assert.rejects(late, refused('stale'));
});

test('changes go with the draft they were made in', async () => {
  const { textId } = await startDraft(editor, { source: SOURCE });
  assert.ok((await publishText(press.context, { textId, version: 1 })).ok);
  await startRevision(editor, { textId });
  await answer(textId, { words: 'lccal', answer: 'accept' });
  await deleteDraft(editor, { textId, version: 2 });
  await startRevision(editor, { textId });
  assert.deepEqual((await proofingOf(textId)).changes, []);
});

async function proofingOf(textId: TextId): Promise<Proofing> {
  const proofing = await readProofing(editor, { textId });
  assert.ok(proofing?.ok);
  return proofing.value;
}

function find({ findings }: Proofing, words: string) {
  const found = findings.find((finding) => finding.words === words);
  assert.ok(found, `${words} among ${findings.map((finding) => finding.words)}`);
  return found;
}

async function answer(
  textId: TextId,
  { words, everywhere = false, ...how }: { words: string; everywhere?: boolean } & Pick<FindingAnswer, 'answer'>,
): Promise<Proofing> {
  const proofing = await proofingOf(textId);
  const { key } = find(proofing, words);
  const { version } = proofing.draft;
  assert.ok((await answerFinding(editor, { textId, version, finding: key, everywhere, ...how })).ok);
  return proofingOf(textId);
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
