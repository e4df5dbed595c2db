// Every operation asks for itself who may: a visitor and an editor are refused whatever the pages let through.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#domain/refusal.ts';
import type { AccountId, TextId } from '#domain/text.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { createAccessToken } from './access-token-create.ts';
import { removeAccessToken } from './access-token-delete.ts';
import { changeAccount } from './account-change.ts';
import { createAccount } from './account-create.ts';
import type { Context } from './context.ts';
import { decideContributions } from './contribution-decide.ts';
import { eraseContribution } from './contribution-erase.ts';
import { leaseContribution } from './contribution-lease.ts';
import { forgetSenderMarks, retainContributions } from './contribution-retain.ts';
import { withdrawContribution } from './contribution-withdraw.ts';
import { undoDecisions } from './decision-undo.ts';
import { enactDecisions } from './decisions-enact.ts';
import { changeOwnDigest } from './digest-change.ts';
import { writeDigests } from './digest-write.ts';
import { undoAnswer } from './draft-change.ts';
import { deleteDraft } from './draft-delete.ts';
import { proposeDraft, returnDraft } from './draft-propose.ts';
import { saveDraft } from './draft-save.ts';
import { startDraft } from './draft-start.ts';
import { addRemark } from './editor-remark-add.ts';
import { answerFinding } from './finding-answer.ts';
import { importContributions } from './forum-import.ts';
import { setForumMode, setSiteMode } from './forum-mode-set.ts';
import { changeGrounds } from './grounds-change.ts';
import { createInvitation } from './invitation-create.ts';
import { rotateKey } from './key-rotate.ts';
import { addLexiconWords, removeLexiconWord } from './lexicon-change.ts';
import { countLibraryWords } from './library-words-count.ts';
import { forgetMailLinks } from './mail-link-use.ts';
import { sendDueMail } from './mail-send.ts';
import { decideMisprint } from './misprint-decide.ts';
import { forgetMisprintMarks } from './misprint-marks-forget.ts';
import { undoMisprint } from './misprint-undo.ts';
import { changePassword } from './password-change.ts';
import { confirmReading } from './reading-confirm.ts';
import { correctReading } from './reading-correct.ts';
import { createReading } from './reading-create.ts';
import { listOwnTokens } from './reads/access.ts';
import { listAccounts } from './reads/accounts.ts';
import { compareSources } from './reads/comparison.ts';
import { listDeskTexts, readDeskReading, readDeskText, readUpload } from './reads/desk.ts';
import { readOwnDigest } from './reads/digest.ts';
import { listRemarks } from './reads/editor-remarks.ts';
import { countExport, exportContributions } from './reads/forum-export.ts';
import { readForumSettings, readTextMode } from './reads/forum-settings.ts';
import { findForumText } from './reads/forum-texts.ts';
import { listGrounds } from './reads/grounds.ts';
import { countMisprintsIn, listMisprints } from './reads/misprints.ts';
import { previewSource } from './reads/preview.ts';
import { readProofFigures } from './reads/proof-figures.ts';
import { countOpenFindings, listDraftChanges, readProofing } from './reads/proofing.ts';
import { countQueue, listQueue } from './reads/queue.ts';
import { readQueueItem } from './reads/queue-item.ts';
import { proofReading } from './reads/reading-proofing.ts';
import { readRecordState } from './reads/record-state.ts';
import { readTriageWords } from './reads/triage-words.ts';
import { listWebhooks } from './reads/webhooks.ts';
import { continueAnew } from './record-continue.ts';
import { reimportRecord } from './record-reimport.ts';
import { replaceFromFolder } from './record-replace.ts';
import { startRevision } from './revision-start.ts';
import { switchRule } from './rule-switch.ts';
import { continueSelections, decideAll, readSelection, undoSelection } from './selection-decide.ts';
import { importText, importTexts } from './text-import.ts';
import { publishText } from './text-publish.ts';
import { renameText } from './text-rename.ts';
import { restoreText } from './text-restore.ts';
import { withdrawText } from './text-withdraw.ts';
import { changeLists } from './triage-lists-change.ts';
import { resetTriage } from './triage-reset.ts';
import { addWebhook, removeWebhook } from './webhook-change.ts';
import { sendDueWebhooks } from './webhook-send.ts';

let t: TestContext;
let textId: TextId;
let accountId: AccountId;
before(async () => {
  t = await createTestContext();
  const ada = await t.as('administrator');
  assert.ok(ada.actor.kind === 'account');
  accountId = ada.actor.id;
  const source = '---\ntitle: The Lamp\n---\n\nIt burned.\n';
  ({ textId } = await startDraft(ada, { source }));
  assert.ok((await publishText(ada, { textId, version: 1 })).ok);
  await startRevision(ada, { textId });
});
after(() => t.close());

interface Row {
  readonly act: (context: Context) => unknown;
  /** An editor may: then only a visitor is refused. */
  readonly editorMay?: true;
}

const draft = () => ({ textId, version: 1 });
const filter = { lane: 'main', order: 'oldest' } as const;
const file = { bytes: new Uint8Array([65]), format: 'text' } as const;

const ACTS: Readonly<Record<string, Row>> = {
  changeAccount: { act: (context) => changeAccount(context, { accountId, disabled: true }) },
  createAccount: {
    act: (context) => createAccount(context, { name: 'Eve', password: TEST_PASSWORD, role: 'administrator' }),
  },
  createInvitation: { act: (context) => createInvitation(context, { role: 'administrator' }) },
  listAccounts: { act: listAccounts },
  publishText: { act: (context) => publishText(context, { ...draft(), reason: 'why not' }) },
  withdrawText: { act: (context) => withdrawText(context, { textId, ground: 'other', reason: 'why not' }) },
  restoreText: { act: (context) => restoreText(context, { textId }) },
  renameText: { act: (context) => renameText(context, { textId, slug: 'mine' }) },
  'importTexts, publishing': { act: (context) => importTexts(context, { files: [], publish: true }).next() },
  importTexts: { act: (context) => importTexts(context, { files: [], publish: false }).next(), editorMay: true },
  importText: { act: (context) => importText(context, { ...file, path: 'a', publish: false }), editorMay: true },
  createReading: { act: (context) => createReading(context, { ...file, fileName: null }), editorMay: true },
  correctReading: { act: (context) => correctReading(context, { ...draft(), corrections: [] }), editorMay: true },
  confirmReading: { act: (context) => confirmReading(context, draft()), editorMay: true },
  startDraft: { act: (context) => startDraft(context), editorMay: true },
  startRevision: { act: (context) => startRevision(context, { textId }), editorMay: true },
  saveDraft: { act: (context) => saveDraft(context, { ...draft(), source: '' }), editorMay: true },
  proposeDraft: { act: (context) => proposeDraft(context, draft()), editorMay: true },
  returnDraft: { act: (context) => returnDraft(context, draft()), editorMay: true },
  deleteDraft: { act: (context) => deleteDraft(context, draft()), editorMay: true },
  changePassword: { act: (context) => changePassword(context, { current: 'a', next: 'b' }), editorMay: true },
  listDeskTexts: { act: (context) => listDeskTexts(context, { state: 'draft', page: 1 }), editorMay: true },
  readDeskText: { act: (context) => readDeskText(context, { textId }), editorMay: true },
  readDeskReading: { act: (context) => readDeskReading(context, { textId }), editorMay: true },
  readUpload: { act: (context) => readUpload(context, { textId }), editorMay: true },
  previewSource: { act: (context) => previewSource(context, { source: '' }), editorMay: true },
  compareSources: { act: (context) => compareSources(context, { from: '', to: '' }), editorMay: true },
  readProofing: { act: (context) => readProofing(context, { textId }), editorMay: true },
  proofReading: {
    act: (context) => proofReading(context, { textId, reading: {} as Parameters<typeof proofReading>[1]['reading'] }),
    editorMay: true,
  },
  countOpenFindings: { act: (context) => countOpenFindings(context, { textId }), editorMay: true },
  listDraftChanges: { act: (context) => listDraftChanges(context, { textId }), editorMay: true },
  answerFinding: {
    act: (context) => answerFinding(context, { ...draft(), finding: '', answer: 'stet', everywhere: false }),
    editorMay: true,
  },
  undoAnswer: { act: (context) => undoAnswer(context, { ...draft(), id: '' }), editorMay: true },
  readProofFigures: { act: (context) => readProofFigures(context), editorMay: true },
  addLexiconWords: { act: (context) => addLexiconWords(context, { text: 'Ordjonokidze' }), editorMay: true },
  removeLexiconWord: { act: (context) => removeLexiconWord(context, { word: 'x' }), editorMay: true },
  listMisprints: { act: (context) => listMisprints(context, { state: 'waiting' }), editorMay: true },
  decideMisprint: { act: (context) => decideMisprint(context, { id: 'x', decision: 'refuse' }), editorMay: true },
  undoMisprint: { act: (context) => undoMisprint(context, { id: 'x' }), editorMay: true },
  eraseContribution: { act: (context) => eraseContribution(context, { contributionId: 'x', ground: 'law' }) },
  withdrawContribution: { act: (context) => withdrawContribution(context, { contributionId: 'x' }) },
  retainContributions: { act: retainContributions },
  forgetSenderMarks: { act: forgetSenderMarks },
  rotateKey: { act: rotateKey },
  continueAnew: { act: continueAnew },
  replaceFromFolder: { act: (context) => replaceFromFolder(context, { folder: '/nowhere' }, { report: () => {} }) },
  reimportRecord: { act: (context) => reimportRecord(context, { place: '/nowhere' }, { report: () => {} }) },
  readRecordState: { act: readRecordState },
  switchRule: { act: (context) => switchRule(context, { rule: 'article', textId: null, isOff: true }) },
  decideContributions: {
    act: (context) =>
      decideContributions(context, { items: [], decision: 'validate', ground: '', reason: null, reply: null }),
  },
  decideAll: {
    act: (context) => decideAll(context, { filter, decision: 'spam', ground: '', reason: null, upTo: 9 }),
  },
  readSelection: { act: (context) => readSelection(context, { batch: 'x' }) },
  undoSelection: { act: (context) => undoSelection(context, { batch: 'x' }) },
  continueSelections: { act: continueSelections },
  undoDecisions: { act: (context) => undoDecisions(context, { batch: 'x' }) },
  enactDecisions: { act: enactDecisions },
  leaseContribution: { act: (context) => leaseContribution(context, { id: 'x' }) },
  listQueue: { act: (context) => listQueue(context, { filter, limit: 1 }) },
  countQueue: { act: countQueue },
  readQueueItem: { act: (context) => readQueueItem(context, { id: 'x' }) },
  listGrounds: { act: listGrounds },
  changeGrounds: { act: (context) => changeGrounds(context, { grounds: [] }) },
  setForumMode: { act: (context) => setForumMode(context, { textId, mode: 'after' }) },
  setSiteMode: { act: (context) => setSiteMode(context, { mode: 'after', scope: 'all' }) },
  readForumSettings: { act: readForumSettings },
  readTextMode: { act: (context) => readTextMode(context, { textId }) },
  changeLists: { act: (context) => changeLists(context, { blocked: [], allowed: [] }) },
  readTriageWords: { act: readTriageWords },
  resetTriage: { act: resetTriage },
  addRemark: { act: (context) => addRemark(context, { textId, body: 'Is it so?' }), editorMay: true },
  createAccessToken: { act: (context) => createAccessToken(context, { kind: 'api', label: 'mine' }) },
  removeAccessToken: { act: (context) => removeAccessToken(context, { id: 'x' }) },
  listOwnTokens: { act: listOwnTokens },
  changeOwnDigest: { act: (context) => changeOwnDigest(context, { email: null, language: 'en' }) },
  readOwnDigest: { act: readOwnDigest },
  addWebhook: { act: (context) => addWebhook(context, { url: 'https://hook.test/' }) },
  removeWebhook: { act: (context) => removeWebhook(context, { id: 'x' }) },
  listWebhooks: { act: listWebhooks },
  writeDigests: { act: writeDigests },
  forgetMailLinks: { act: forgetMailLinks },
  sendDueMail: { act: (context) => sendDueMail(context, { deliver: async () => {} }) },
  sendDueWebhooks: { act: (context) => sendDueWebhooks(context, { post: async () => {} }) },
  countLibraryWords: { act: countLibraryWords },
  forgetMisprintMarks: { act: forgetMisprintMarks },
  importContributions: {
    act: (context) => importContributions(context, { format: 'jsonl', contributions: [] }).next(),
  },
  exportContributions: { act: (context) => exportContributions(context, { slug: null, withAddresses: false }).next() },
  countExport: { act: (context) => countExport(context, { slug: null }) },
  findForumText: { act: (context) => findForumText(context, { names: [], map: new Map() }) },
  countMisprintsIn: { act: (context) => countMisprintsIn(context, 'waiting'), editorMay: true },
  listRemarks: { act: (context) => listRemarks(context, { textId }), editorMay: true },
};

/** What anybody may: it shows what is published, or asks for a secret. */
const PUBLIC_ACTS = [
  'claimInvitation',
  'closeSession',
  'findInvitation',
  'findPassage',
  'findPressedPage',
  'findSession',
  'findSlugOf',
  'findTerm',
  'keepPage',
  'latestPublications',
  'libraryGeneration',
  'listTerms',
  'listTexts',
  'openSession',
  'listRecordHeads',
  'previewContribution',
  'sendContribution',
  'editContribution',
  'changeNotification',
  'readForum',
  'readForumMode',
  'readPassageForum',
  'readShelf',
  'readThread',
  'findShownContribution',
  'listShown',
  'shownFrom',
  'readReceipt',
  'exportReceipt',
  'readArticle',
  'readCheckpointAt',
  'reportMisprint',
  'readComparison',
  'readProof',
  'readRecord',
  'readRegister',
  'readRecordFeed',
  'readRecordHead',
  'readRecordedFile',
  'readRevisionFiles',
  'readMailLink',
  'useMailLink',
  'readTile',
  'resolveSlug',
  'searchTexts',
];

/** Pieces of operations: called by them, in their transaction or before it. */
const PIECES = [
  'actorOfToken',
  'addVerifierKey',
  'admitConfirmed',
  'appearAtOnce',
  'askMailbox',
  'assessContribution',
  'assessImported',
  'checkContribution',
  'countWithinLimits',
  'decideImported',
  'eraseBytes',
  'eraseWithin',
  'isFlooded',
  'isKnownOverLimit',
  'mailboxCount',
  'receiveContribution',
  'receiveRevision',
  'refuseOverLimit',
  'adoptRevisions',
  'appendLeaf',
  'placeLeaf',
  'appendPublication',
  'appendWithdrawals',
  'authorise',
  'beginLog',
  'changeSource',
  'takeBackChange',
  'checkAccount',
  'chooseSlug',
  'countAttempt',
  'forgiveAttempts',
  'linkOlderCheckpoints',
  'logKeys',
  'moment',
  'momentIn',
  'newId',
  'newToken',
  'newVerifierKey',
  'openRecord',
  'proofDraft',
  'fetchRevisions',
  'readRecordCopy',
  'releaseCheckpoint',
  'saveNote',
  'thawRecord',
  'savedHead',
  'signRecord',
  'storePublication',
  'storeSession',
  'issueTicket',
  'keyOfDay',
  'readTicket',
  'senderMark',
  'takenOf',
  'todaysKey',
  'currentModel',
  'enactDue',
  'enforceDecision',
  'enforceReply',
  'gatherItems',
  'knownGrounds',
  'learnFrom',
  'leaseName',
  'minute',
  'replyWords',
  'sayLost',
  'tellWebhooks',
  'work',
];

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

for (const [name, { act, editorMay }] of Object.entries(ACTS)) {
  test(`${name}: ${editorMay ? 'a visitor is' : 'a visitor and an editor are'} refused, and nothing changes`, async () => {
    const state = async () => [await readDeskText(t.context, { textId }), await listAccounts(t.context)];
    const edda = await t.as('editor');
    const before = await state();
    await assert.rejects(async () => act(t.asVisitor()), refusal('sign-in-required'));
    if (!editorMay) await assert.rejects(async () => act(edda), refusal('not-allowed'));
    assert.deepEqual(await state(), before);
  });
}

test('no operation is missing from this table', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = globSync(['*.ts', 'reads/*.ts'], { cwd: folder }).filter((name) => !name.endsWith('.test.ts'));
  const taking = sources.flatMap((name) =>
    [
      ...readFileSync(`${folder}${name}`, 'utf8').matchAll(
        /^export (?:async )?function\*? (\w+)(?:<[^>]*>)?\(\s*(?:context|\{[^}]*\}): Context/gm,
      ),
    ].map(([, act]) => act!),
  );
  assert.ok(taking.length > 40, `only ${taking.length} found`);
  const known = [...Object.keys(ACTS), ...PUBLIC_ACTS, ...PIECES];
  assert.deepEqual(
    taking.filter((act) => !known.includes(act)),
    [],
  );
});
