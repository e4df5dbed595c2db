import { type Invariant, inFile } from './invariant.ts';

const contributions = inFile('src/operations/contributions.test.ts');
const moderation = inFile('src/operations/moderation.test.ts');
const canary = inFile('test/journeys/forum-canary.test.ts');
const forged = inFile('test/journeys/forum-forged.test.ts');
const forumHttp = inFile('test/journeys/forum-http.test.ts');
const care = inFile('src/operations/forum-care.test.ts');
const guard = inFile('test/guards/forum.test.ts');
const refusedActors = inFile('src/operations/refused-actors.test.ts');

const nothingPublic = contributions(
  '1: nothing of a contribution is public before it is validated, nor after it was refused, withdrawn, erased, or its text withdrawn',
);
const databaseItself = contributions(
  '1: the database itself shows nothing that was not validated, whatever a program asks of it',
);
const throughDecisions = canary('waiting; its decision taken and not yet in force; then an edit of it');
const notSent = canary('what is typed and not sent, with mistakes and without');
const goneEverywhere = canary(
  'withdrawn by its sender, withdrawn by an administrator, erased: gone from every page and file',
);
const ownReceipt = contributions('2: a receipt opens its own contribution and no other');
const beginsWaiting = contributions('3: a contribution begins waiting whatever is sent with it');
const oddFields = forged('every form: fields it has not, one of them twice, lists, objects and states are refused');
const onlyAdministrators = moderation('only an administrator decides, and the server asks');
const otherSites = forged('every form: sent from another site it is refused, whatever it holds');
const desksForms = forged('every form of the desk: without a session, with an old token, with another’s, by an editor');
const editWaits = contributions(
  '5: an edit waits while the validated bytes stay, and all checks read the new text; what was read is what is changed',
);
const editAfter = moderation('an edit after validation waits while the validated words stay; refusing it leaves them');

export const FORUM_1_TO_5: readonly Invariant[] = [
  {
    id: '1',
    holds: 'No byte that was not validated in any public output',
    tests: [
      canary('what was validated is found: the crawl looks where it would be'),
      throughDecisions,
      notSent,
      goneEverywhere,
      canary('mail holds nobody else’s words, and goes to nobody who did not answer'),
      nothingPublic,
      databaseItself,
      guard('public reads of the forum import no store file but that of what is shown'),
    ],
    breakages: [
      {
        so: 'what is sent appears at once in every forum that is open',
        file: 'src/operations/contribution-send.ts',
        text: "if (mode === 'after' && (await findForumMode(transaction, text.id)) === 'after')",
        instead: 'if (mode)',
        seenBy: nothingPublic,
      },
      {
        so: 'pages, feeds and the API show the newest words of what is shown, validated or not',
        file: 'src/store/shown-contributions.ts',
        text: "const shown = (db: Kysely<Schema>) => db.selectFrom('shown_contribution').selectAll();",
        instead: `const shown = (db: Kysely<Schema>) =>
  db
    .selectFrom('shown_contribution')
    .selectAll()
    .select(
      sql<string>\`(select body from contribution_revision r where r.contribution_id = shown_contribution.id
        order by revision desc limit 1)\`.as('body'),
    );`,
        seenBy: throughDecisions,
      },
      {
        so: 'a decision is in force when it is taken, without a grace',
        file: 'src/operations/contribution-decide.ts',
        text: 'inForceAt: momentIn(context, grace),',
        instead: 'inForceAt: moment(context),',
        seenBy: throughDecisions,
      },
      {
        so: 'pages in memory keep what was withdrawn (cache)',
        file: 'src/operations/contribution-withdraw.ts',
        text: 'if (standing.shownRevision !== null) await raiseGeneration(transaction);',
        instead: '',
        seenBy: goneEverywhere,
      },
      {
        so: 'what was withdrawn stays among what is shown',
        file: 'src/operations/decision-enforce.ts',
        text: "if (effect.shown === 'hide') await hideContribution(transaction, id);",
        instead: '',
        seenBy: nothingPublic,
      },
      {
        so: 'the forum of a withdrawn text is still read',
        file: 'src/operations/reads/forum.ts',
        text: 'text !== null && text.number > 0 && text.withdrawal === null',
        instead: 'text !== null && text.number > 0',
        seenBy: nothingPublic,
      },
      {
        so: 'feeds and the API go on listing a withdrawn text’s contributions',
        file: 'src/operations/reads/forum.ts',
        text: 'const readable = stored.filter(({ textId }) => isReadable(texts.get(textId) ?? null));',
        instead: 'const readable = stored;',
        seenBy: nothingPublic,
      },
      {
        so: 'the database takes other words than those of the revision that was validated',
        file: 'src/store/migrations/0005-forum.ts',
        text: 'and r.name = new.name and r.subject is new.subject and r.body = new.body',
        instead: 'and r.name = new.name',
        seenBy: databaseItself,
      },
      {
        so: 'the database takes a revision that was decided on, whatever was decided',
        file: 'src/store/migrations/0005-forum.ts',
        text: " and d.decision = 'validate'\n",
        instead: '\n',
        seenBy: databaseItself,
      },
      {
        so: 'the database takes back what was withdrawn',
        file: 'src/store/migrations/0005-forum.ts',
        text: " and c.state = 'validated'\n",
        instead: '\n',
        seenBy: databaseItself,
      },
      {
        so: 'the database looks at what is added to what is shown, and not at what is changed in it',
        file: 'src/store/migrations/0005-forum.ts',
        text: "...['insert', 'update'].map((event) =>",
        instead: "...['insert'].map((event) =>",
        seenBy: databaseItself,
      },
      {
        so: 'public reads of the forum can reach the words that wait',
        file: 'src/operations/reads/forum.ts',
        text: "import { findForumMode } from '#store/forum-modes.ts';",
        instead: "import { findForumMode } from '#store/forum-modes.ts';\nimport '#store/contribution-revisions.ts';",
        seenBy: guard('public reads of the forum import no store file but that of what is shown'),
      },
      {
        so: 'whoever is answered is told of answers that were refused (mail)',
        file: 'src/operations/decision-enforce.ts',
        text: "if (enforcement.decision !== 'validate' || standing.shownRevision !== null",
        instead: 'if (standing.shownRevision !== null',
        seenBy: care('whoever is answered is told once the answer is validated, not before'),
      },
      {
        so: 'webhooks hear the words of what waits (live channel)',
        file: 'src/operations/webhook-tell.ts',
        text: '  const at = moment(context);\n',
        instead: `  const at = moment(context);
  Object.assign(news, await transaction.selectFrom('contribution_revision').select('body').executeTakeFirst());
`,
        also: {
          file: 'src/operations/webhook-tell.ts',
          text: 'data: { contribution: contributionId, revision, text },',
          instead: 'data: { contribution: contributionId, ...news, text },',
        },
        seenBy: inFile('test/journeys/api.test.ts')('a webhook is told, signed, tried again, and hears no words'),
      },
      {
        so: 'the search finds a text by what waits under it',
        file: 'src/store/contribution-search.ts',
        text: 'await sql`insert into contribution_search (rowid, words) values (${row}, ${text})`.execute(db);',
        instead: `await sql\`insert into contribution_search (rowid, words) values (\${row}, \${text})\`.execute(db);
  await sql\`update search set body = body || ' ' || \${text}
    where rowid = (select t.row from text t join contribution c on c.text_id = t.id where c.row = \${row})\`.execute(db);`,
        seenBy: throughDecisions,
      },
      {
        so: 'a written reason for refusing stands in the public record',
        file: 'src/operations/decision-enforce.ts',
        text: '    decision,\n    ground,\n  });',
        instead: "    decision,\n    ground: (reason ?? ground).replace(/[^ -~]/g, ''),\n  });",
        seenBy: canary("…, with a reason that is nobody else's business"),
      },
      {
        so: 'the server keeps the answer to a preview for everybody',
        file: 'src/web/pages/forum/send.ts',
        text: "return { kind: 'html', html };",
        instead: "return { kind: 'pressed', path: `/${found.slug}/forum/preview`, inputs: [], render: () => html };",
        seenBy: notSent,
      },
    ],
  },
  {
    id: '2',
    holds: 'Who may read a waiting one is checked on that one',
    tests: [
      ownReceipt,
      forged('2: with a secret that is none, or of something else, no form acts and no page shows'),
      forumHttp('a receipt is private to its address: headers, another’s token, no list of them anywhere'),
    ],
    breakages: [
      {
        so: 'the public id of a contribution acts like its receipt',
        file: 'src/operations/contribution-of-receipt.ts',
        text: 'const contribution = await findContribution(db, { receiptHash: hashToken(receipt) });',
        instead:
          'const contribution =\n    (await findContribution(db, { receiptHash: hashToken(receipt) })) ?? (await findContribution(db, { id: receipt }));',
        seenBy: ownReceipt,
      },
      {
        so: 'the public id of a contribution opens it like its receipt',
        file: 'src/operations/reads/receipt.ts',
        text: 'const contribution = await findContribution(reader, { receiptHash: hashToken(receipt) });',
        instead:
          'const contribution =\n    (await findContribution(reader, { receiptHash: hashToken(receipt) })) ??\n    (await findContribution(reader, { id: receipt }));',
        seenBy: ownReceipt,
      },
      {
        so: 'anybody withdraws anybody’s by its id',
        file: 'src/operations/contribution-withdraw.ts',
        text: "authorise(context, byReceipt ? 'public' : 'contribution.decide');",
        instead: "authorise(context, 'public');",
        seenBy: ownReceipt,
      },
      {
        so: 'anybody erases anybody’s by its id',
        file: 'src/operations/contribution-erase.ts',
        text: "authorise(context, byReceipt ? 'public' : 'contribution.erase');",
        instead: "authorise(context, 'public');",
        seenBy: ownReceipt,
      },
      {
        so: 'an edit is taken for whichever contribution has the hash that is named',
        file: 'src/operations/contribution-edit.ts',
        text: 'if (newest?.hash !== hash || !mayEdit(contribution))',
        instead: 'if (!mayEdit(contribution))',
        seenBy: forged('2: with a secret that is none, or of something else, no form acts and no page shows'),
      },
      {
        so: 'a receipt is kept by caches on the way',
        file: 'src/web/pages/forum/receipt.ts',
        text: "'cache-control': 'private, no-store',",
        instead: "'cache-control': 'public, max-age=60',",
        seenBy: forumHttp('a receipt is private to its address: headers, another’s token, no list of them anywhere'),
      },
      {
        so: 'an editor reads what waits for an administrator',
        file: 'src/operations/reads/queue-item.ts',
        text: "authorise(context, 'queue.read');",
        instead: "authorise(context, 'desk.read');",
        seenBy: refusedActors('readQueueItem: a visitor and an editor are refused, and nothing changes'),
      },
    ],
  },
  {
    id: '3',
    holds: 'State never comes from the request; fields unknown, twice or in lists are refused',
    tests: [
      beginsWaiting,
      oddFields,
      forged('3: sending says nothing of a state: what is kept waits, whatever the address asks for'),
      forged('the interface for programs: what is not described is refused, a cookie opens nothing'),
    ],
    breakages: [
      {
        so: 'a form may bring fields it has not',
        file: 'src/web/http/form-guard.ts',
        text: '(name !== TOKEN_FIELD && !fields.includes(name)) || seen.has(name)',
        instead: 'seen.has(name)',
        seenBy: oddFields,
      },
      {
        so: 'a form may bring a field twice',
        file: 'src/web/http/form-guard.ts',
        text: '(name !== TOKEN_FIELD && !fields.includes(name)) || seen.has(name)',
        instead: 'name !== TOKEN_FIELD && !fields.includes(name)',
        seenBy: oddFields,
      },
      {
        so: 'a program may bring members that are not described',
        file: 'src/web/pages/api/asked.ts',
        text: 'if (!isObject || Object.keys(json).some((name) => !names.includes(name)))',
        instead: 'if (!isObject)',
        seenBy: forged('the interface for programs: what is not described is refused, a cookie opens nothing'),
      },
      {
        so: 'a program may bring a list where a string belongs',
        file: 'src/web/pages/api/asked.ts',
        text: "if (typeof value !== 'string') throw new Refusal('bad-request');",
        instead: '',
        seenBy: forged('the interface for programs: what is not described is refused, a cookie opens nothing'),
      },
      {
        so: 'a parameter may be there twice',
        file: 'src/web/pages/api/asked.ts',
        text: 'if (!names.includes(name) || query.getAll(name).length > 1)',
        instead: 'if (!names.includes(name))',
        seenBy: forged('the interface for programs: what is not described is refused, a cookie opens nothing'),
      },
      {
        so: 'the database lets a contribution begin in any state',
        file: 'src/store/migrations/0005-forum.ts',
        text: "condition: `new.state = 'waiting' and new.shown_revision is null`,",
        instead: 'condition: `new.revision > 0`,',
        seenBy: beginsWaiting,
      },
      {
        so: 'the database lets a state change by itself',
        file: 'src/store/migrations/0005-forum.ts',
        text: 'condition: `new.state is old.state or new.state is (',
        instead: 'condition: `new.id is old.id or new.state is (',
        seenBy: beginsWaiting,
      },
    ],
  },
  {
    id: '4',
    holds: 'Only an administrator decides; requests from other sites are refused',
    tests: [onlyAdministrators, otherSites, desksForms],
    breakages: [
      {
        so: 'editors decide',
        file: 'src/policies/policies.ts',
        text: "'contribution.decide': PRESS,",
        instead: "'contribution.decide': DESK,",
        seenBy: onlyAdministrators,
      },
      {
        so: 'deciding does not ask who decides',
        file: 'src/operations/contribution-decide.ts',
        text: "authorise(context, 'contribution.decide');\n  const { items, reply, from } = deciding;",
        instead: 'const { items, reply, from } = deciding;',
        seenBy: onlyAdministrators,
      },
      {
        so: 'deciding on many does not ask who decides',
        file: 'src/operations/selection-decide.ts',
        text: "authorise(context, 'contribution.decide');\n  const { filter: selection, upTo } = deciding;",
        instead: 'const { filter: selection, upTo } = deciding;',
        seenBy: refusedActors('decideAll: a visitor and an editor are refused, and nothing changes'),
      },
      {
        so: 'undoing does not ask who undoes',
        file: 'src/operations/decision-undo.ts',
        text: "authorise(context, 'contribution.decide');",
        instead: '',
        also: {
          file: 'src/operations/selection-decide.ts',
          text: "authorise(context, 'contribution.decide');\n  const { store } = context;",
          instead: 'const { store } = context;',
        },
        seenBy: refusedActors('undoDecisions: a visitor and an editor are refused, and nothing changes'),
      },
      {
        so: 'what the browser says of another site is not listened to',
        file: 'src/web/http/form-guard.ts',
        text: "if (site !== undefined && site !== 'same-origin' && site !== 'none')",
        instead: "if (site === 'cross-origin')",
        seenBy: otherSites,
      },
      {
        so: 'the origin an older browser tells is not looked at',
        file: 'src/web/http/form-guard.ts',
        text: 'if (site === undefined && headers.origin !== undefined && !isOwn(',
        instead: 'if (site !== undefined && headers.origin !== undefined && !isOwn(',
        seenBy: otherSites,
      },
      {
        so: 'an origin that begins like ours is ours',
        file: 'src/web/http/form-guard.ts',
        text: 'return origin === new URL(publicUrl).origin ||',
        instead: 'return origin.startsWith(new URL(publicUrl).origin) ||',
        seenBy: otherSites,
      },
      {
        so: 'a form counts without the token of its session',
        file: 'src/web/http/visits.ts',
        text: 'if (session && !route.changesNothing && !hasToken(fields, session.formToken)) {',
        instead: 'if (session && !route.changesNothing && fields.size > 1000) {',
        seenBy: desksForms,
      },
      {
        so: 'a secret of an API has the rights of an administrator, whoever has it',
        file: 'src/web/http/visits.ts',
        text: "const isForged = headers.authorization !== undefined && actor.kind === 'visitor';",
        instead:
          "const isForged = false;\n  if (headers.authorization) return { session: null, mayUse: true, actor: { kind: 'operator' } };",
        seenBy: forged('the interface for programs: what is not described is refused, a cookie opens nothing'),
      },
    ],
  },
  {
    id: '5',
    holds: 'An edit waits again while the validated bytes stay; all checks read the new text',
    tests: [
      editWaits,
      contributions('5: an edit drops a decision that was taken on the words before and is not in force'),
      editAfter,
    ],
    breakages: [
      {
        so: 'an edit of what is validated appears at once',
        file: 'src/operations/contribution-edit.ts',
        text: "if (mode === 'after' || isConfirmed)",
        instead: "if (mode === 'after' || isConfirmed || contribution.state === 'validated')",
        seenBy: editWaits,
      },
      {
        so: 'an edit waits in no lane',
        file: 'src/operations/contribution-receive.ts',
        text: 'await changeContribution(transaction, { id, revision, lane, score, groupKey, changedAt: at });',
        instead: 'await changeContribution(transaction, { id, revision, score, groupKey, changedAt: at });',
        seenBy: editAfter,
      },
      {
        so: 'an edit takes the validated words from the page',
        file: 'src/operations/contribution-receive.ts',
        text: 'await endLease(transaction, id);',
        instead:
          "await endLease(transaction, id);\n  await transaction.deleteFrom('shown_contribution').where('id', '=', id).execute();",
        seenBy: editWaits,
      },
      {
        so: 'refusing an edit takes the validated words from the page',
        file: 'src/operations/decision-enforce.ts',
        text: "if (shownRevision !== null) return { decision, state, shown: 'keep' };",
        instead: "if (shownRevision !== null) return { decision: 'withdraw', state: 'withdrawn', shown: 'hide' };",
        seenBy: editAfter,
      },
      {
        so: 'an edit may be empty: the words are checked when they are sent and not again',
        file: 'src/operations/contribution-edit.ts',
        text: 'if (mistakes.length > 0) return { ok: false, mistakes };',
        instead: '',
        seenBy: editWaits,
      },
      {
        so: 'triage looks at the name of an edit and not at its words',
        file: 'src/operations/contribution-edit.ts',
        text: 'const assessed = await assessContribution(context, { words, quote, circumstances });',
        instead:
          "const assessed = await assessContribution(context, { words: { ...words, body: '' }, quote, circumstances });",
        seenBy: contributions('5: triage reads the words of an edit, as it read the first'),
      },
      {
        so: 'an edit leaves the decision that was taken on the words before',
        file: 'src/operations/contribution-receive.ts',
        text: 'await deletePending(transaction, [id]);',
        instead: '',
        seenBy: contributions('5: an edit drops a decision that was taken on the words before and is not in force'),
      },
      {
        so: 'a decision comes into force whatever the words are by then',
        file: 'src/operations/decisions-enact.ts',
        text: 'hash === pending.hash && revision === pending.revision && ',
        instead: 'revision === pending.revision && ',
        seenBy: moderation(
          'a decision on other bytes than those that are there comes to nothing, and what it was about waits again',
        ),
      },
    ],
  },
];
