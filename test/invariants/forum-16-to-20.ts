import { type Invariant, inFile } from './invariant.ts';

const contributions = inFile('src/operations/contributions.test.ts');
const guards = inFile('src/operations/contribution-guards.test.ts');
const moderation = inFile('src/operations/moderation.test.ts');
const care = inFile('src/operations/forum-care.test.ts');
const mail = inFile('src/jobs/mail.test.ts');
const forged = inFile('test/journeys/forum-forged.test.ts');
const forumHttp = inFile('test/journeys/forum-http.test.ts');

const oneMail = guards('16: one mail goes to an address nobody confirmed; it confirms once; the private link follows');
const whoWantIt = care('mail goes to confirmed addresses of those who want it, and not about spam');
const whoeverWroteIt = mail(
  '16: whoever wrote the row, none goes to an address nobody confirmed, to who wants none, about what was erased',
);
const oneClick = mail('16: a mail is stopped with one click, from its head or its foot');
const digest = mail('16: a digest goes to a mailbox that answered, once a day, while something waits');
const noAddress = forged('16: an address that would be several, or a header, or cannot be seen, is none');
const noMark = contributions(
  '17: no mark is derived from an address that would be the same tomorrow, and nothing public from any',
);
const marksGo = guards(
  'what nobody needs any more is erased, what is shown or waits for a moderator stays; marks go after thirty days',
);
const oneText = contributions('18: an answer belongs to the text it answers; a thread is not found under another');
const oneEntry = moderation('every change of state has one entry in the log, and the database refuses one without');
const outlives = moderation(
  'the log of decisions outlives the account of whoever decided, and the words of what was decided',
);
const inForce = moderation('a decision is pending for its grace, then in force: state, log, leaf and what is shown');
const oneForm = guards(
  '20: work done for one form counts for that form, once; without it the lane is slower, and nobody is refused',
);
const onItsOwn = forged('20: work is worth something on its own form, once');

export const FORUM_16_TO_20: readonly Invariant[] = [
  {
    id: '16',
    holds: 'No mail to an address nobody confirmed; stopped with one click',
    tests: [oneMail, whoWantIt, whoeverWroteIt, oneClick, digest, noAddress],
    breakages: [
      {
        so: 'who wants mail gets it before their address is confirmed',
        file: 'src/store/contribution-states.ts',
        text: 'mailTo: row.notify === 1 && row.email_confirmed_at !== null ? row.email : null,',
        instead: 'mailTo: row.notify === 1 ? row.email : null,',
        seenBy: whoWantIt,
      },
      {
        so: 'who wants no mail gets it',
        file: 'src/store/contribution-states.ts',
        text: 'mailTo: row.notify === 1 && row.email_confirmed_at !== null ? row.email : null,',
        instead: 'mailTo: row.email_confirmed_at !== null ? row.email : null,',
        seenBy: whoWantIt,
      },
      {
        so: 'whoever sends mail does not ask again whether the address was confirmed',
        file: 'src/operations/mail-send.ts',
        text: "return standing.isConfirmed && (content.kind === 'receipt' || standing.wantsMail);",
        instead: "return content.kind === 'receipt' || standing.wantsMail;",
        seenBy: whoeverWroteIt,
      },
      {
        so: 'mail goes to the address it was written for, though it was changed since',
        file: 'src/operations/mail-send.ts',
        text: 'if (!standing || standing.email !== recipient) return false;',
        instead: 'if (!standing) return false;',
        seenBy: whoeverWroteIt,
      },
      {
        so: 'the private link goes out with the question whose address it is',
        file: 'src/operations/mailbox-ask.ts',
        text: "content: { kind: 'receipt', title, receipt }, dueAt: null });",
        instead: "content: { kind: 'receipt', title, receipt }, dueAt: at });",
        seenBy: oneMail,
      },
      {
        so: 'another address is confirmed by the answer of the one before',
        file: 'src/operations/contribution-notify.ts',
        text: 'await changeContribution(transaction, { id, email, notify, ...(isNew && { emailConfirmedAt: null }) });',
        instead: 'await changeContribution(transaction, { id, email, notify });',
        seenBy: oneMail,
      },
      {
        so: 'a stranger’s mailbox is asked as often as somebody likes',
        file: 'src/operations/contribution-limits.ts',
        text: 'const MOST_MAILS_A_DAY = 5;',
        instead: 'const MOST_MAILS_A_DAY = 5000;',
        seenBy: oneMail,
      },
      {
        so: 'an address may be several',
        file: 'src/operations/contribution-words.ts',
        text: 'const EMAIL = /^[^\\s@<>()[\\],;:"\\\\\\p{C}]+@',
        instead: 'const EMAIL = /^[^\\n]+@',
        seenBy: noAddress,
      },
      {
        so: 'a digest is sent before its address was confirmed',
        file: 'src/operations/digest-change.ts',
        text: 'await changeDigest(transaction, { accountId, email, wants: false });',
        instead: 'await changeDigest(transaction, { accountId, email, wants: email !== null });',
        seenBy: digest,
      },
      {
        so: 'a digest is sent as often as the job comes',
        file: 'src/store/mail-standing.ts',
        text: "    .where((where) => where.or([where('digest_on', 'is', null), where('digest_on', '<', day)]))\n    .executeTakeFirst();",
        instead: '    .executeTakeFirst();',
        also: {
          file: 'src/store/mail-standing.ts',
          text: "    .where((where) => where.or([where('digest_on', 'is', null), where('digest_on', '<', day)]))\n    .execute();",
          instead: '    .execute();',
        },
        seenBy: digest,
      },
      {
        so: 'a digest that was stopped goes on',
        file: 'src/operations/mail-link-use.ts',
        text: 'if (accountId !== null) await changeDigest(transaction, { accountId, wants: false });',
        instead: 'if (accountId !== null) await changeDigest(transaction, { accountId, wants: true });',
        seenBy: digest,
      },
      {
        so: 'mail programs are not told how to stop it',
        file: 'src/jobs/smtp.ts',
        text: "            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',\n",
        instead: '',
        seenBy: oneClick,
      },
      {
        so: 'the link that stops mail stops nothing',
        file: 'src/operations/mail-link-use.ts',
        text: '    await stopContributionMail(transaction, contributionId);\n',
        instead: '',
        seenBy: oneClick,
      },
      {
        so: 'what was written before it was stopped is sent after it',
        file: 'src/operations/mail-link-use.ts',
        text: '    await deleteMail(transaction, { contributionId });\n',
        instead: '',
        seenBy: oneClick,
      },
    ],
  },
  {
    id: '17',
    holds: 'No lasting public mark of an address',
    tests: [noMark, marksGo],
    breakages: [
      {
        so: 'the mark of a network address is the same every day',
        file: 'src/operations/sender-mark.ts',
        text: "sign(key, ['sender', day, addressPrefix(address)])",
        instead: "sign(key.map(() => 0), ['sender', addressPrefix(address)])",
        seenBy: noMark,
      },
      {
        so: 'the mark is the address',
        file: 'src/operations/sender-mark.ts',
        text: "mark: sign(key, ['sender', day, addressPrefix(address)])",
        instead: 'mark: `${day} ${key.length} ${sign.length} ${addressPrefix(address)}`',
        seenBy: noMark,
      },
      {
        so: 'what is shown carries a mark of who sent it',
        file: 'src/operations/reads/forum.ts',
        text: '      html: renderContribution(body),\n',
        instead:
          '      html: renderContribution(body),\n      ...{ senderMark: Buffer.from(one.name).toString("hex") },\n',
        seenBy: noMark,
      },
      {
        so: 'marks are kept for ever',
        file: 'src/operations/contribution-retain.ts',
        text: '  while ((await forget()) === FORGOTTEN_AT_ONCE) await turn();\n',
        instead: '',
        seenBy: marksGo,
      },
      {
        so: 'addresses that never answered are kept',
        file: 'src/store/contributions.ts',
        text: "  await forget().where('received_at', '<', unconfirmedBefore).where('email_confirmed_at', 'is', null).execute();\n",
        instead: '',
        seenBy: marksGo,
      },
      {
        so: 'addresses are kept when nothing more is written to them',
        file: 'src/store/contributions.ts',
        text: "    .where('changed_at', '<', unwantedBefore)\n",
        instead: "    .where('changed_at', '<', '')\n",
        seenBy: marksGo,
      },
    ],
  },
  {
    id: '18',
    holds: 'Texts do not mix',
    tests: [
      oneText,
      forumHttp('waiting, refused, of another text and unknown: one answer, to the byte'),
      forged('3: sending says nothing of a state: what is kept waits, whatever the address asks for'),
    ],
    breakages: [
      {
        so: 'an answer under one text may answer what stands under another',
        file: 'src/operations/contribution-place.ts',
        text: 'return parent?.textId === text.id ? parent : null;',
        instead: 'return parent;',
        seenBy: oneText,
      },
      {
        so: 'a thread is found under any text',
        file: 'src/operations/reads/forum.ts',
        text: 'if (found?.textId !== text.id) return null;',
        instead: 'if (!found) return null;',
        seenBy: oneText,
      },
      {
        so: 'the form under one text shows what it would answer under another',
        file: 'src/operations/reads/forum.ts',
        text: 'if (!found || (textId !== undefined && found.textId !== textId)) return null;',
        instead: 'if (!found) return null;',
        seenBy: forumHttp('waiting, refused, of another text and unknown: one answer, to the byte'),
      },
      {
        so: 'the feed of one text brings those of every text',
        file: 'src/store/shown-contributions.ts',
        text: "if (textId !== null) rows = rows.where('text_id', '=', textId);",
        instead: "if (textId !== null) rows = rows.where('text_id', '!=', '');",
        seenBy: oneText,
      },
      {
        so: 'a form of one text is good for another',
        file: 'src/operations/day-key.ts',
        text: 'update(JSON.stringify(parts))',
        instead: 'update(JSON.stringify(parts.slice(0, 4)))',
        seenBy: forged('3: sending says nothing of a state: what is kept waits, whatever the address asks for'),
      },
    ],
  },
  {
    id: '19',
    holds: 'The log of decisions outlives accounts and contributions; each change of state has one entry',
    tests: [oneEntry, outlives, inForce],
    breakages: [
      {
        so: 'entries of the log can be deleted',
        file: 'src/store/migrations/0005-forum.ts',
        text: "  ...engine.forbidChanges('decision'),\n",
        instead: '',
        seenBy: oneEntry,
      },
      {
        so: 'the log goes with the account of whoever decided',
        file: 'src/store/migrations/0005-forum.ts',
        text: '    ground text not null,\n    decided_by text,\n    batch text not null,\n    -- from',
        instead:
          '    ground text not null,\n    decided_by text references account (id),\n    batch text not null,\n    -- from',
        seenBy: outlives,
      },
      {
        so: 'erasing takes the entries of the log with it',
        file: 'src/store/contribution-erase.ts',
        text: "await db.deleteFrom('decision_reason').where('decision_id', 'in', decisions).execute();",
        instead:
          "await db.deleteFrom('decision_reason').where('decision_id', 'in', decisions).execute();\n  await db.deleteFrom('decision').where('contribution_id', '=', id).execute();",
        seenBy: outlives,
      },
      {
        so: 'a decision comes into force without an entry',
        file: 'src/operations/decision-enforce.ts',
        text: '  await writeDecision(context, transaction, { ...enforcement, decision: effect.decision });\n',
        instead: '',
        seenBy: inForce,
      },
      {
        so: 'a decision comes into force with two entries',
        file: 'src/operations/decision-enforce.ts',
        text: '  await writeDecision(context, transaction, { ...enforcement, decision: effect.decision });\n',
        instead:
          '  for (let time = 0; time < 2; time += 1)\n    await writeDecision(context, transaction, { ...enforcement, decision: effect.decision });\n',
        seenBy: inForce,
      },
      {
        so: 'the entry says that nobody decided',
        file: 'src/operations/contribution-decide.ts',
        text: 'decidedBy: accountOf(context.actor),',
        instead: 'decidedBy: null,',
        seenBy: inForce,
      },
    ],
  },
  {
    id: '20',
    holds: 'Work is bound to its form and counts once',
    tests: [oneForm, onItsOwn],
    breakages: [
      {
        so: 'the work of one form counts for every form',
        file: 'src/operations/form-work.ts',
        text: "import { sign } from './day-key.ts';",
        instead:
          "import { sign as signed } from './day-key.ts';\n\nconst sign = (key: Uint8Array, [what]: readonly string[]) => signed(key, [what!]);",
        seenBy: oneForm,
      },
      {
        so: 'any work counts, solved or not',
        file: 'src/operations/form-work.ts',
        text: '    return verified;\n',
        instead: '    return verified !== undefined;\n',
        seenBy: oneForm,
      },
      {
        so: 'a form and its work count as often as they are sent',
        file: 'src/operations/contribution-send.ts',
        text: "const receipt = sign(key, ['receipt', sent]);\n  return { receipt, receiptHash: hashToken(receipt), ticketHash: hashToken(sent) };",
        instead:
          "const receipt = sign(key, ['receipt', sent, String(Math.random())]);\n  return { receipt, receiptHash: hashToken(receipt), ticketHash: hashToken(receipt) };",
        seenBy: onItsOwn,
      },
      {
        so: 'whoever did no work is refused',
        file: 'src/operations/contribution-send.ts',
        text: "  if (!ticket) return mistaken(null, 'mistake.form-old');\n",
        instead:
          "  if (!ticket || !(await isWorkDone({ ...sent, ...ticket }))) return mistaken(null, 'mistake.form-old');\n",
        seenBy: oneForm,
      },
      {
        so: 'a form is good for as long as its day’s key is kept',
        file: 'src/operations/form-ticket.ts',
        text: '  if (day < dayOf(momentIn(context, -DAY_SECONDS))) return null;\n',
        instead: '',
        seenBy: guards('20: a form is good today and tomorrow, and then no more'),
      },
    ],
  },
];
