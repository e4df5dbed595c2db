import { type Invariant, inFile } from './invariant.ts';

const contributions = inFile('src/operations/contributions.test.ts');
const erase = inFile('src/operations/contribution-erase.test.ts');
const guards = inFile('src/operations/contribution-guards.test.ts');
const moderation = inFile('src/operations/moderation.test.ts');
const mail = inFile('src/jobs/mail.test.ts');
const forged = inFile('test/journeys/forum-forged.test.ts');
const forumHttp = inFile('test/journeys/forum-http.test.ts');
const forumImport = inFile('src/operations/forum-import.test.ts');

const noByte = erase('erasing leaves no byte of a name, an address, words, reasons or rendered pages in any file');
const noRow = erase('erasing leaves no row that was about it but its entries in the log');
const inNoFile = inFile('test/storage/erasing.test.ts')(
  'after erasing nothing of it is in any file, and the record verifies, then and before',
);
const ids = contributions('7: ids are random, and an erased one is not given again');
const bytesRead = moderation(
  'a decision names the bytes that were read: others are refused as stale, and nothing is decided',
);
const twoAtOnce = moderation('two who decide at once from two processes: exactly one decides');
const leased = moderation('opening one leases it for a minute; another is told whose it is');
const asksFirst = mail('an address is asked first; looking at the link does nothing, posting it works once');
const alike = contributions(
  '10: waiting, refused, erased and unknown are alike to whoever asks; what waits moves no public number',
);
const oneAnswer = forumHttp('waiting, refused, of another text and unknown: one answer, to the byte');

const ERASING = 'src/store/contribution-erase.ts';

export const FORUM_6_TO_10: readonly Invariant[] = [
  {
    id: '6',
    holds: 'Erasing erases',
    tests: [
      noByte,
      noRow,
      erase('a page that was kept a moment after the erasing is forgotten within the hour'),
      inNoFile,
    ],
    breakages: [
      {
        so: 'the words stay (database)',
        file: ERASING,
        text: '  await deleteContributionRevisions(db, id);\n',
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'the newest words alone go, not the revisions before (database)',
        file: 'src/store/contribution-revisions.ts',
        text: "await db.deleteFrom('contribution_revision').where('contribution_id', '=', contributionId).execute();",
        instead:
          "await db\n    .deleteFrom('contribution_revision')\n    .where('contribution_id', '=', contributionId)\n    .where('revision', '>', 1)\n    .execute();",
        seenBy: noByte,
      },
      {
        so: 'what was shown stays shown',
        file: ERASING,
        text: 'const wasShown = await hideContribution(db, id);',
        instead: 'const wasShown = true;',
        seenBy: noByte,
      },
      {
        so: 'the address stays (database)',
        file: ERASING,
        text: '  email: null,\n',
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'the mark of the sender stays (database)',
        file: ERASING,
        text: '  sender: null,\n',
        instead: '',
        seenBy: noRow,
      },
      {
        so: 'the reason somebody was told stays (database)',
        file: ERASING,
        text: "await db.deleteFrom('decision_reason').where('decision_id', 'in', decisions).execute();",
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'the key of the commitment stays: guessed words can be proved',
        file: ERASING,
        text: '  await deleteContributionKey(db, id);\n',
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'a decision that is pending stays, with its reason',
        file: ERASING,
        text: '  await deletePending(db, [id]);\n',
        instead: '',
        seenBy: noRow,
      },
      {
        so: 'what is deleted stays in free pages of the database',
        file: 'src/store/engines/sqlite-connection.ts',
        text: "['secure_delete', 'on', 1],",
        instead: "['secure_delete', 'off', 0],",
        seenBy: noByte,
      },
      {
        so: 'what is deleted stays in the write-ahead log',
        file: 'src/operations/contribution-erase.ts',
        text: 'if (!(await store.emptyLog())) log',
        instead: 'if (store.frozen()) log',
        seenBy: noByte,
      },
      {
        so: 'the search entry stays',
        file: ERASING,
        text: '  await dropFromIndex(db, row);\n',
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'the search forgets the entry and keeps its words in the index',
        file: 'src/store/migrations/0005-forum.ts',
        text: "values ('secure-delete', 1)",
        instead: "values ('secure-delete', 0)",
        seenBy: noByte,
      },
      {
        so: 'unsent mail stays',
        file: ERASING,
        text: '  await deleteMail(db, { contributionId: id });\n',
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'the links of its mails stay',
        file: ERASING,
        text: '  await deleteMailLinks(db, { contributionId: id });\n',
        instead: '',
        seenBy: noRow,
      },
      {
        so: 'what webhooks were to be told stays',
        file: ERASING,
        text: "  await db.deleteFrom('webhook_delivery').where('contribution_id', '=', id).execute();\n",
        instead: '',
        seenBy: noRow,
      },
      {
        so: 'pressed pages stay',
        file: 'src/operations/contribution-erase.ts',
        text: 'store.pressed.forget([...slugs.map((slug) => `/${slug}`), ...PAGES_OF_THE_FORUM]);',
        instead: 'store.pressed.forget(slugs.map((slug) => `/${slug}`));',
        seenBy: noByte,
      },
      {
        so: 'the pages below a text’s address stay pressed',
        file: 'src/store/pressed-pages.ts',
        text: 'for (const one of paths) forget.run(one, `${one}/`, `${one}0`, `${one}?`, `${one}@`);',
        instead: 'for (const one of paths) forget.run(one, one, one, one, one);',
        seenBy: noByte,
      },
      {
        so: 'pressed pages stay in free pages of their file',
        file: 'src/store/pressed-pages.ts',
        text: "connection.pragma('secure_delete = on');",
        instead: "connection.pragma('secure_delete = off');",
        seenBy: noByte,
      },
      {
        so: 'pressed pages stay in the write-ahead log of their file',
        file: 'src/store/pressed-pages.ts',
        text: "connection.pragma('wal_checkpoint(truncate)');",
        instead: '',
        seenBy: noByte,
      },
      {
        so: 'a page that was being made while its words were erased stays pressed',
        file: 'src/operations/contribution-retain.ts',
        text: '  await eraseBytesAgain(context);\n',
        instead: '',
        seenBy: erase('a page that was kept a moment after the erasing is forgotten within the hour'),
      },
      {
        so: 'the log of the program tells the words',
        file: 'src/operations/contribution-receive.ts',
        text: '  const hash = hashOf(payload);\n',
        instead: "  const hash = hashOf(payload);\n  context.log.info({ words }, 'received');\n",
        seenBy: inNoFile,
      },
      {
        so: 'an export brings what was erased',
        file: 'src/store/forum-export-list.ts',
        text: "    .where('contribution.state', '!=', 'erased')\n",
        instead: '',
        seenBy: forumImport('taken twice it is stored once, and what was erased does not come back'),
      },
    ],
  },
  {
    id: '7',
    holds: 'Ids are random and never given again',
    tests: [ids, forumImport('taken twice it is stored once, and what was erased does not come back')],
    breakages: [
      {
        so: 'ids are short enough to be tried',
        file: 'src/operations/contribution-receive.ts',
        text: '[newId<ContributionId>(context), ',
        instead: '[newId<ContributionId>(context).slice(0, 6) as ContributionId, ',
        seenBy: ids,
      },
      {
        so: 'ids begin with the time they were made at',
        file: 'src/operations/secret.ts',
        text: "return Buffer.from(random.bytes(ID_BYTES)).toString('base64url') as Id;",
        instead:
          "const time = Buffer.from(Date.now().toString(16).padStart(12, '0'), 'hex');\n  return Buffer.concat([time, random.bytes(ID_BYTES - time.length)]).toString('base64url') as Id;",
        seenBy: ids,
      },
      {
        so: 'an erased contribution leaves no row, and its id can be given again',
        file: ERASING,
        text: "await changeContribution(db, { id, ...NOTHING_PERSONAL, state: 'erased', changedAt: at });",
        instead:
          "await changeContribution(db, { id, ...NOTHING_PERSONAL, state: 'erased', changedAt: at });\n  await db.deleteFrom('contribution').where('id', '=', id).execute();",
        seenBy: ids,
      },
      {
        so: 'an import brings back an id that was erased here',
        file: 'src/operations/forum-import.ts',
        text: '(await isContributionIdKnown(transaction, foreignId)) ? null : (foreignId as ContributionId)',
        instead: '(await isContributionIdKnown(transaction, run.batch)) ? null : (foreignId as ContributionId)',
        seenBy: forumImport('an id that was given here, and erased, is not given to what is taken in'),
      },
    ],
  },
  {
    id: '8',
    holds: 'A decision names the bytes that were read; two never act twice; opening one leases it',
    tests: [
      bytesRead,
      twoAtOnce,
      leased,
      inFile('test/journeys/queue.test.ts')(
        'words that changed while they were read come back, and nothing is decided',
      ),
      forged('8: a decision that names other bytes, an unknown one, nothing, or everything at once'),
    ],
    breakages: [
      {
        so: 'a decision is taken whatever bytes it names',
        file: 'src/operations/contribution-decide.ts',
        text: 'if (standing && standing.hash === hash && (',
        instead: 'if (standing && (',
        seenBy: bytesRead,
      },
      {
        so: 'a stale decision on one is passed over in silence',
        file: 'src/operations/contribution-decide.ts',
        text: "if (items.length === 1 && seen.stale.length === 1) throw new Refusal('stale');",
        instead: '',
        seenBy: bytesRead,
      },
      {
        so: 'of many, those that are stale are decided with the others',
        file: 'src/operations/contribution-decide.ts',
        text: '    else stale.push({ id, hash: standing?.lane ? standing.hash : null });\n',
        instead:
          '    else stale.push({ id, hash: standing?.lane ? standing.hash : null });\n    if (standing?.lane && standing.hash !== hash) open.push(standing);\n',
        seenBy: moderation('of many some may be stale: they are named with what they are now, the others are decided'),
      },
      {
        so: 'what somebody decided a moment ago is decided again by another',
        file: 'src/operations/contribution-decide.ts',
        text: "if (from === null) return standing.lane === 'main' || standing.lane === 'spam';",
        instead: "if (from === null) return standing.state === 'waiting' || standing.lane !== null;",
        seenBy: twoAtOnce,
      },
      {
        so: 'what was rescued is rescued a second time',
        file: 'src/operations/contribution-decide.ts',
        text: 'return !(await isPending(transaction, standing.id));',
        instead: 'return true;',
        seenBy: moderation('what was refused or taken for spam can be rescued, once, from the state it was seen in'),
      },
      {
        so: 'deciding on all takes what came after the look',
        file: 'src/store/pending-decisions.ts',
        text: 'and ${row} > ${after} and ${row} <= ${upTo} and',
        instead: 'and ${row} > ${after} and ${upTo} >= 0 and',
        seenBy: moderation(
          'everything of one sender is refused as one act, what came after the look is not, and undone as one',
        ),
      },
      {
        so: 'stale bytes are answered as if all were well, not with 409',
        file: 'src/web/pages/desk/queue-decide.ts',
        text: '{ status: 409, typed: typedIn(visit.form!) }',
        instead: '{ status: 200, typed: typedIn(visit.form!) }',
        seenBy: forged('8: a decision that names other bytes, an unknown one, nothing, or everything at once'),
      },
      {
        so: 'whoever opens one takes it from whom it was leased to',
        file: 'src/store/contribution-states.ts',
        text: "    .where((or) => or.or([or('leased_by', 'is', null), or('leased_by', '=', by), or('leased_until', '<=', at)]))\n",
        instead: '',
        seenBy: leased,
      },
      {
        so: 'a lease lasts for an hour',
        file: 'src/operations/contribution-lease.ts',
        text: 'const LEASE_SECONDS = 60;',
        instead: 'const LEASE_SECONDS = 3600;',
        seenBy: leased,
      },
    ],
  },
  {
    id: '9',
    holds: 'Links in mail act only when posted, once, for days',
    tests: [
      asksFirst,
      mail('a link has days, not years'),
      guards('9: the link that asks a contributor has days, and stops with the first use'),
      forged('9: whatever follows the links of a mail changes nothing; posting one does, once'),
    ],
    breakages: [
      {
        so: 'looking at a link does what it is for',
        file: 'src/web/pages/mail/link.ts',
        text: 'const link = await readMailLink(visit.context, { token });',
        instead:
          'const link = (await readMailLink(visit.context, { token })) && (await useMailLink(visit.context, { token }));',
        seenBy: forged('9: whatever follows the links of a mail changes nothing; posting one does, once'),
      },
      {
        so: 'a link works as often as it is posted',
        file: 'src/operations/mail-link-use.ts',
        text: '    await deleteMailLinks(transaction, { tokenHash });\n',
        instead: '',
        seenBy: asksFirst,
      },
      {
        so: 'a link works for ever',
        file: 'src/store/mail-links.ts',
        text: "    .where('expires_at', '>', at)\n",
        instead: '',
        seenBy: mail('a link has days, not years'),
      },
      {
        so: 'the link that asks a contributor has years',
        file: 'src/operations/mailbox-ask.ts',
        text: 'const DAYS_TO_ANSWER = 7;',
        instead: 'const DAYS_TO_ANSWER = 3650;',
        seenBy: guards('9: the link that asks a contributor has days, and stops with the first use'),
      },
      {
        so: 'the link that confirms an address also ends its mails',
        file: 'src/operations/mail-link-use.ts',
        text: 'await ACTS[link.action](context, transaction, link);',
        instead: 'for (const act of Object.values(ACTS)) await act(context, transaction, link);',
        seenBy: guards('9: the link that asks a contributor has days, and stops with the first use'),
      },
    ],
  },
  {
    id: '10',
    holds: 'Waiting, refused and absent answer alike',
    tests: [alike, oneAnswer],
    breakages: [
      {
        so: 'what is not shown answers with another status than what never was',
        file: 'src/operations/reads/forum.ts',
        text: 'if (found?.textId !== text.id) return null;',
        instead:
          "if (found?.textId !== text.id) {\n    const kept = await reader.selectFrom('contribution').select('row').where('id', '=', id).executeTakeFirst();\n    if (kept) throw new Refusal('withdrawn');\n    return null;\n  }",
        seenBy: oneAnswer,
      },
      {
        so: 'the count beside a paragraph counts what waits (count)',
        file: 'src/store/shown-contributions.ts',
        text: "    .selectFrom('shown_contribution')\n    .select((of) => ['block_id', of.fn.countAll<number>().as('count')])",
        instead:
          "    .selectFrom('contribution')\n    .select((of) => ['block_id', of.fn.countAll<number>().as('count')])",
        seenBy: alike,
      },
      {
        so: 'the count of a forum counts what waits (count)',
        file: 'src/store/shown-contributions.ts',
        text: "    .selectFrom('shown_thread')\n    .select((of) => [of.fn.countAll<number>().as('threads'), of.fn.sum<number | null>('shown').as('total')])",
        instead:
          "    .selectFrom((from) => from.selectFrom('contribution').select(['text_id', sql.lit(1).as('shown')]).as('shown_thread'))\n    .select((of) => [of.fn.countAll<number>().as('threads'), of.fn.sum<number | null>('shown').as('total')])",
        seenBy: alike,
      },
      {
        so: 'an answer that waits moves its thread to the end (order)',
        file: 'src/operations/contribution-receive.ts',
        text: '  const hash = hashOf(payload);\n',
        instead:
          "  const hash = hashOf(payload);\n  await transaction\n    .updateTable('shown_thread')\n    .set({ row })\n    .where('thread_id', '=', await threadOf(transaction, place, id))\n    .execute();\n",
        seenBy: alike,
      },
      {
        so: 'pages are made anew when something that nobody sees is withdrawn',
        file: 'src/operations/contribution-withdraw.ts',
        text: 'if (standing.shownRevision !== null) await raiseGeneration(transaction);',
        instead: 'await raiseGeneration(transaction);',
        seenBy: alike,
      },
      {
        so: 'the preview of an answer shows what it answers, waiting or not',
        file: 'src/operations/contribution-place.ts',
        text: "const parent = id === '' ? null : await findShown(db, id as ContributionId);",
        instead:
          "const parent = ((await db.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirst()) ??\n    null) as unknown as StoredShown | null;\n  if (parent) return { ...parent, textId: text.id, name: '', subject: null, body: '', parentId: null };",
        seenBy: alike,
      },
    ],
  },
];
