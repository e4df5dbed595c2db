import { type Invariant, inFile } from './invariant.ts';

const contributions = inFile('src/operations/contributions.test.ts');
const guards = inFile('src/operations/contribution-guards.test.ts');
const moderation = inFile('src/operations/moderation.test.ts');
const mail = inFile('src/jobs/mail.test.ts');
const accounts = inFile('src/operations/accounts.test.ts');
const groupCommit = inFile('src/store/group-commit.test.ts');
const forged = inFile('test/journeys/forum-forged.test.ts');
const attacks = inFile('test/journeys/forum-attacks.test.ts');
const markup = inFile('src/text/forum-markup.test.ts');
const publicHttp = inFile('test/journeys/public-http.test.ts');
const shield = inFile('src/web/http/flood-shield.test.ts');

const nothingElse = contributions('11: validating one validates neither its replies nor what else its author sent');
const notItsGroup = moderation(
  'validating one validates nothing else: not its answers, not its sender’s others, not its group',
);
const sentTwice = contributions('12: the same form sent twice, even at once, is kept once and gives the same receipt');
const triageFails = contributions('12: a triage that fails means waiting, whatever the mode');
const mailFails = mail('what the server refuses is kept and tried again, later each time; nothing is sent twice');
const killed = inFile('src/operations/enact-killed.test.ts')(
  'killed in the middle, then two processes at once: each decision is in force once',
);
const asTyped = attacks('strings … to …: nothing runs, everything is shown as typed');
const noOtherMark = markup('whatever is typed, no other mark of HTML comes out, and every letter does');
const neverAsked = forged('14: no address that is named in a field is ever asked for');
const twoFiles = inFile('test/guards/forum-invariants.test.ts')(
  '14: two files ask other sites for anything, and neither for what a visitor names',
);
const onePrefix = guards('15: one address, or one /64, is held to its limit, whatever name it gives; another is not');
const previews = guards('15: previews, edits and changes of notification are held too');
const manyAtOnce = guards('15: many at once do not slip through together');
const wholeForum = guards('15: one text and the whole site are held too, wherever it comes from');
const noProxy = forged('15: forged addresses do not help where no proxy is trusted');
const othersToo = forged('15: searching, receipts, links of letters and signing in are limited too');

export const FORUM_11_TO_15: readonly Invariant[] = [
  {
    id: '11',
    holds: 'Validating one validates nothing else',
    tests: [nothingElse, notItsGroup],
    breakages: [
      {
        so: 'whoever was validated once appears at once',
        file: 'src/operations/contribution-send.ts',
        text: "if (mode === 'after' && (await findForumMode(transaction, text.id)) === 'after')",
        instead:
          "const known = await transaction\n    .selectFrom('contribution')\n    .select('row')\n    .where('sender', '=', asked.mark)\n    .where('state', '=', 'validated')\n    .executeTakeFirst();\n  if (mode === 'after' || known)",
        seenBy: nothingElse,
      },
      {
        so: 'an answer to what is validated appears at once',
        file: 'src/operations/contribution-send.ts',
        text: "if (mode === 'after' && (await findForumMode(transaction, text.id)) === 'after')",
        instead: "if (mode === 'after' || keeping.place.parentId !== null)",
        seenBy: nothingElse,
      },
      {
        so: 'deciding on one takes all of its group out of the queue',
        file: 'src/store/pending-decisions.ts',
        text: "    .where('id', 'in', [...ids])\n    .returning('row')",
        instead:
          "    .where('group_key', 'in', (of) => of.selectFrom('contribution').select('group_key').where('id', 'in', [...ids]))\n    .returning('row')",
        seenBy: notItsGroup,
      },
      {
        so: 'all that a filter holds can be validated unread',
        file: 'src/operations/selection-decide.ts',
        text: "if (selection.state !== undefined || !['refuse', 'spam'].includes(deciding.decision))",
        instead: 'if (selection.state !== undefined)',
        seenBy: notItsGroup,
      },
    ],
  },
  {
    id: '12',
    holds: 'Failure closes; the same form sent twice is kept once',
    tests: [
      sentTwice,
      triageFails,
      mailFails,
      killed,
      moderation('a decision that cannot come into force holds up no other: what it was about waits again'),
      groupCommit('a disk that fails under one act: nothing of the commit it would have shared is acknowledged'),
    ],
    breakages: [
      {
        so: 'what triage could not look at appears where contributions appear at once (checker)',
        file: 'src/operations/contribution-admit.ts',
        text: "contribution.lane !== 'main' || contribution.groupKey === null) return;",
        instead: "contribution.lane !== 'main') return;",
        seenBy: triageFails,
      },
      {
        so: 'what triage could not look at is lost (checker)',
        file: 'src/operations/contribution-assess.ts',
        text: '    return FAILED;\n',
        instead: '    throw error;\n',
        seenBy: triageFails,
      },
      {
        so: 'a mail the server refuses is dropped (mail)',
        file: 'src/operations/mail-send.ts',
        text: '    await putOff(context, mail, error);\n',
        instead: '    await store.write((transaction) => deleteMail(transaction, { id: mail.id }));\n',
        seenBy: mailFails,
      },
      {
        so: 'a mail that was sent is sent again (mail)',
        file: 'src/operations/mail-send.ts',
        text: "  await store.write((transaction) => deleteMail(transaction, { id: mail.id }));\n  log.debug({ mail: mail.id, kind: mail.content.kind }, 'sent');",
        instead: "  log.debug({ mail: mail.id, kind: mail.content.kind }, 'sent');",
        seenBy: mailFails,
      },
      {
        so: 'an act is acknowledged before its commit is on the disk (disk)',
        file: 'src/store/group-commit.ts',
        text: 'if (value !== FAILED) done.push({ act, value });',
        instead: 'if (value !== FAILED) act.succeed(value);\n      if (value !== FAILED) done.push({ act, value });',
        seenBy: groupCommit(
          'a disk that fails under one act: nothing of the commit it would have shared is acknowledged',
        ),
      },
      {
        so: 'one decision that cannot come into force holds up all that are due with it',
        file: 'src/operations/decisions-enact.ts',
        text: '    return enactFirst(context);\n',
        instead: '    throw error;\n',
        seenBy: moderation('a decision that cannot come into force holds up no other: what it was about waits again'),
      },
      {
        so: 'the same form sent at once is stored by each sending',
        file: 'src/operations/contribution-send.ts',
        text: '  if (await findContribution(transaction, hashes)) return;\n',
        instead: '',
        seenBy: sentTwice,
      },
      {
        so: 'the same form sent later is another',
        file: 'src/operations/contribution-send.ts',
        text: "const receipt = sign(key, ['receipt', sent]);",
        instead: "const receipt = sign(key, ['receipt', sent, String(Math.random())]);",
        seenBy: sentTwice,
      },
      {
        so: 'decisions are no longer pending before they are in force: whoever is killed between loses them',
        file: 'src/operations/decisions-enact.ts',
        text: '  const due = await listDuePending(transaction, { at: moment(context), limit });\n',
        instead:
          '  const due = await listDuePending(transaction, { at: moment(context), limit });\n  due.splice(Math.ceil(due.length / 2)).map(({ contributionId }) => contributionId).forEach((id) => void deletePending(transaction, [id]));\n',
        seenBy: killed,
      },
    ],
  },
  {
    id: '13',
    holds: 'Text is inert everywhere',
    tests: [asTyped, attacks('the watch sees what runs, what is stopped, and what asks elsewhere'), noOtherMark],
    breakages: [
      {
        so: 'what is typed is HTML (the renderer)',
        file: 'src/text/render-contribution.ts',
        text: "if (inline.kind === 'text') return escapeHtml(inline.text);",
        instead: "if (inline.kind === 'text') return inline.text;",
        seenBy: noOtherMark,
      },
      {
        so: 'a quotation mark ends the attribute it stands in',
        file: 'src/text/escape-html.ts',
        text: 'text.replace(/[&<>"]/g,',
        instead: 'text.replace(/[&<>]/g,',
        seenBy: inFile('src/text/golden.test.ts')('hostile: …'),
      },
      {
        so: 'a link may lead to a script',
        file: 'src/text/safe-address.ts',
        text: "return ['http', 'https', 'mailto'].includes(scheme)",
        instead: "return ['http', 'https', 'mailto', 'javascript'].includes(scheme)",
        seenBy: inFile('src/text/golden.test.ts')('hostile: …'),
      },
      {
        so: 'a name is HTML on public pages',
        file: 'src/web/views/forum/contribution.ts',
        text: 'return html`<b dir="auto">${one.name}</b>',
        instead: 'return html`<b dir="auto">${raw(one.name)}</b>',
        seenBy: asTyped,
      },
      {
        so: 'a subject is HTML on the moderator’s screen',
        file: 'src/web/views/desk/queue/item.ts',
        text: 'html` <span class="subject">${words.subject}</span>`',
        instead:
          'Promise.resolve(Object.assign(` <span class="subject">${words.subject}</span>`, { isEscaped: true as const }))',
        seenBy: asTyped,
      },
      {
        so: 'pages allow scripts in their HTML',
        file: 'src/web/http/security-headers.ts',
        text: '"script-src \'self\'",',
        instead: "\"script-src 'self' 'unsafe-inline'\",",
        seenBy: publicHttp('every answer carries the strict policy, errors and assets too'),
      },
    ],
  },
  {
    id: '14',
    holds: 'The server asks for nothing a visitor names',
    tests: [neverAsked, twoFiles],
    breakages: [
      {
        so: 'links in what is sent are asked for, to see where they lead',
        file: 'src/operations/contribution-receive.ts',
        text: '  const hash = hashOf(payload);\n',
        instead:
          '  const hash = hashOf(payload);\n  for (const [address] of words.body.matchAll(/https?:[^\\s)>]+/g)) void fetch(address).catch(() => null);\n',
        seenBy: neverAsked,
      },
      {
        so: 'a third file asks other sites',
        file: 'src/operations/contribution-words.ts',
        text: 'export const tidyLine',
        instead: 'export const look = (address: string) => fetch(address);\n\nexport const tidyLine',
        seenBy: twoFiles,
      },
    ],
  },
  {
    id: '15',
    holds: 'Limits hold against forged addresses; they cover preview, search, letters and signing in',
    tests: [
      onePrefix,
      previews,
      manyAtOnce,
      wholeForum,
      noProxy,
      othersToo,
      accounts('guessing at many names from one place is made slow, and from elsewhere not'),
    ],
    breakages: [
      {
        so: 'X-Forwarded-For is believed from anybody',
        file: 'src/web/http/application.ts',
        text: 'trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,',
        instead: 'trustProxy: true,',
        seenBy: noProxy,
      },
      {
        so: 'each address of a network has a limit of its own',
        file: 'src/operations/sender-mark.ts',
        text: 'addressPrefix(address)',
        instead: 'address',
        seenBy: onePrefix,
      },
      {
        so: 'sending has no limit',
        file: 'src/operations/contribution-limits.ts',
        text: 'const over = limits.filter(({ key, most }) => counts.get(key)! > most);',
        instead: 'const over = limits.filter(({ key }) => counts.get(key) === undefined);',
        seenBy: manyAtOnce,
      },
      {
        so: 'sending is counted before the transaction: many at once slip through',
        file: 'src/operations/contribution-send.ts',
        text: '  await countWithinLimits(context, transaction, asked);\n',
        instead: '',
        seenBy: manyAtOnce,
      },
      {
        so: 'without work the limit is as wide as with it',
        file: 'src/operations/contribution-limits.ts',
        text: 'const SLOWER_SHARE = 1 / 3;',
        instead: 'const SLOWER_SHARE = 1;',
        seenBy: manyAtOnce,
      },
      {
        so: 'previews have no limit (preview)',
        file: 'src/operations/contribution-preview.ts',
        text: '  await context.store.write((transaction) => countWithinLimits(context, transaction, asked));\n',
        instead: '',
        seenBy: previews,
      },
      {
        so: 'edits have no limit (edit)',
        file: 'src/operations/contribution-edit.ts',
        text: '    await countWithinLimits(context, transaction, asked);\n',
        instead: '',
        seenBy: previews,
      },
      {
        so: 'changes of notification have no limit (subscription)',
        file: 'src/operations/contribution-notify.ts',
        text: '    await countWithinLimits(context, transaction, asked);\n',
        instead: '',
        seenBy: previews,
      },
      {
        so: 'one text has no limit',
        file: 'src/operations/contribution-limits.ts',
        text: 'most: forumTextLimit }',
        instead: 'most: forumTextLimit * 1e6 }',
        seenBy: wholeForum,
      },
      {
        so: 'the whole site has no limit',
        file: 'src/operations/contribution-limits.ts',
        text: 'forumSiteLimit * 2 : forumSiteLimit }',
        instead: 'forumSiteLimit * 2 : forumSiteLimit * 1e6 }',
        seenBy: wholeForum,
      },
      {
        so: 'searching has no limit (search)',
        file: 'src/web/routes/public.ts',
        text: "path: '/search', policy: 'public', page: search, limit: OFTEN }",
        instead: "path: '/search', policy: 'public', page: search }",
        seenBy: othersToo,
      },
      {
        so: 'receipts can be tried without a limit',
        file: 'src/web/routes/forum.ts',
        text: "path: '/receipt/:token', policy: 'public', page: receipt, limit: OFTEN }",
        instead: "path: '/receipt/:token', policy: 'public', page: receipt }",
        seenBy: othersToo,
      },
      {
        so: 'links of mails can be tried without a limit (subscription)',
        file: 'src/web/routes/mail.ts',
        text: "path: '/mail/:token', policy: 'public', page: mailLink, limit }",
        instead: "path: '/mail/:token', policy: 'public', page: mailLink }",
        seenBy: othersToo,
      },
      {
        so: 'signing in can be tried without a limit (sign-in)',
        file: 'src/web/routes/desk.ts',
        text: "    fields: ['name', 'password', 'next', 'kept'],\n    limit,\n",
        instead: "    fields: ['name', 'password', 'next', 'kept'],\n",
        seenBy: othersToo,
      },
      {
        so: 'one place guesses at many names without a limit (sign-in)',
        file: 'src/operations/sign-in-attempts.ts',
        text: 'address: { free: 20,',
        instead: 'address: { free: 20_000,',
        seenBy: accounts('guessing at many names from one place is made slow, and from elsewhere not'),
      },
      {
        so: 'the shield counts every end of an address apart',
        file: 'src/web/http/flood-shield.ts',
        text: 'const prefix = addressPrefix(address);',
        instead: 'const prefix = address;',
        seenBy: shield('one prefix is let through so many times a second, whatever the end of its addresses'),
      },
    ],
  },
];
