import type { Route } from '../http/route.ts';
import { accountPage, changeDigest, changeOwnPassword } from '../pages/desk/account.ts';
import { accountsPage, addAccount, changeAccountPage, invite } from '../pages/desk/accounts.ts';
import { beginAgain } from '../pages/desk/begin-again.ts';
import { claim, claimPage } from '../pages/desk/claim.ts';
import { comparePage } from '../pages/desk/compare.ts';
import { CORRECTION_FIELDS } from '../pages/desk/corrections.ts';
import { DRAFT_FIELDS } from '../pages/desk/draft-form.ts';
import { edit, editPage } from '../pages/desk/edit.ts';
import { chooseLanguage } from '../pages/desk/language.ts';
import { decideMisprintPage, misprintsPage, undoMisprintPage } from '../pages/desk/misprints.ts';
import { newTextPage, readNewText, startEmptyText } from '../pages/desk/new-text.ts';
import { preview } from '../pages/desk/preview.ts';
import { answerProof, proofPage, switchTextRule, undoProof } from '../pages/desk/proof.ts';
import { addWords, proofingPage, removeWord, switchSiteRule } from '../pages/desk/proofing.ts';
import { propose, proposePage } from '../pages/desk/propose.ts';
import { publish, publishPage } from '../pages/desk/publish.ts';
import { rename, renamePage, restore, restorePage, withdraw, withdrawPage } from '../pages/desk/published-text.ts';
import { confirmReadingPage, correctReadingPage, readingPage } from '../pages/desk/reading.ts';
import { readingWaitPage } from '../pages/desk/reading-wait.ts';
import { signedOutPage, signIn, signInPage } from '../pages/desk/sign-in.ts';
import { signOut } from '../pages/desk/sign-out.ts';
import { beginRevision, deleteDraftPage, deletePage, takeBack, textPage } from '../pages/desk/text.ts';
import { textListPage } from '../pages/desk/text-list.ts';

const signedOut = signedOutPage;
/** Guessing passwords is slowed by the database too; this only spares it the work. */
const limit = { count: 30, seconds: 60 };

export const deskRoutes: readonly Route[] = [
  { method: 'GET', path: '/claim/:token', policy: 'own-session', page: claimPage },
  { method: 'POST', path: '/claim/:token', policy: 'own-session', page: claim, fields: ['name', 'password'], limit },
  { method: 'GET', path: '/desk/sign-in', policy: 'own-session', page: signInPage },
  {
    method: 'POST',
    path: '/desk/sign-in',
    policy: 'own-session',
    page: signIn,
    fields: ['name', 'password', 'next', 'kept'],
    limit,
  },
  { method: 'POST', path: '/desk/sign-out', policy: 'own-session', page: signOut, fields: [] },
  { method: 'GET', path: '/desk/language/:language', policy: 'own-session', page: chooseLanguage },

  { method: 'GET', path: '/desk', policy: 'desk.read', page: textListPage },
  { method: 'GET', path: '/desk/new', policy: 'text.import', page: newTextPage },
  {
    method: 'POST',
    path: '/desk/new',
    policy: 'text.import',
    page: readNewText,
    fields: ['pasted', 'format'],
    files: ['file'],
    signedOut,
  },
  { method: 'POST', path: '/desk/new/empty', policy: 'text.edit', page: startEmptyText, fields: [], signedOut },
  { method: 'GET', path: '/desk/readings/:key', policy: 'text.import', page: readingWaitPage },

  { method: 'GET', path: '/desk/texts/:id', policy: 'desk.read', page: textPage },
  { method: 'GET', path: '/desk/texts/:id/reading', policy: 'text.edit', page: readingPage },
  {
    method: 'POST',
    path: '/desk/texts/:id/reading',
    policy: 'text.edit',
    page: correctReadingPage,
    fields: CORRECTION_FIELDS,
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/texts/:id/reading/confirm',
    policy: 'text.edit',
    page: confirmReadingPage,
    fields: CORRECTION_FIELDS,
    signedOut,
  },
  { method: 'GET', path: '/desk/texts/:id/edit', policy: 'text.edit', page: editPage },
  { method: 'POST', path: '/desk/texts/:id/edit', policy: 'text.edit', page: edit, fields: DRAFT_FIELDS, signedOut },
  { method: 'POST', path: '/desk/texts/:id/preview', policy: 'text.edit', page: preview, fields: DRAFT_FIELDS },
  {
    method: 'POST',
    path: '/desk/texts/:id/again',
    policy: 'text.edit',
    page: beginAgain,
    fields: ['source'],
    signedOut,
  },
  { method: 'GET', path: '/desk/texts/:id/proof', policy: 'desk.read', page: proofPage },
  {
    method: 'POST',
    path: '/desk/texts/:id/proof',
    policy: 'text.edit',
    page: answerProof,
    fields: ['version', 'finding', 'place', 'page', 'act', 'instead', 'everywhere'],
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/texts/:id/proof/undo',
    policy: 'text.edit',
    page: undoProof,
    fields: ['version', 'answer'],
  },
  {
    method: 'POST',
    path: '/desk/texts/:id/proof/rule',
    policy: 'text.edit',
    page: switchTextRule,
    fields: ['rule', 'off'],
  },
  { method: 'GET', path: '/desk/texts/:id/propose', policy: 'text.propose', page: proposePage },
  {
    method: 'POST',
    path: '/desk/texts/:id/propose',
    policy: 'text.propose',
    page: propose,
    fields: ['version', 'all-the-same'],
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/texts/:id/return',
    policy: 'text.propose',
    page: takeBack,
    fields: ['version'],
    signedOut,
  },
  { method: 'GET', path: '/desk/texts/:id/delete', policy: 'text.edit', page: deletePage },
  {
    method: 'POST',
    path: '/desk/texts/:id/delete',
    policy: 'text.edit',
    page: deleteDraftPage,
    fields: ['version'],
    signedOut,
  },
  { method: 'POST', path: '/desk/texts/:id/revision', policy: 'text.edit', page: beginRevision, fields: [], signedOut },
  { method: 'GET', path: '/desk/texts/:id/compare', policy: 'desk.read', page: comparePage },
  { method: 'GET', path: '/desk/texts/:id/publish', policy: 'text.publish', page: publishPage },
  {
    method: 'POST',
    path: '/desk/texts/:id/publish',
    policy: 'text.publish',
    page: publish,
    fields: ['version', 'slug', 'reason', 'all-the-same'],
    signedOut,
  },
  { method: 'GET', path: '/desk/texts/:id/withdraw', policy: 'text.withdraw', page: withdrawPage },
  {
    method: 'POST',
    path: '/desk/texts/:id/withdraw',
    policy: 'text.withdraw',
    page: withdraw,
    fields: ['ground', 'reason'],
    signedOut,
  },
  { method: 'GET', path: '/desk/texts/:id/restore', policy: 'text.withdraw', page: restorePage },
  { method: 'POST', path: '/desk/texts/:id/restore', policy: 'text.withdraw', page: restore, fields: [], signedOut },
  { method: 'GET', path: '/desk/texts/:id/rename', policy: 'text.rename', page: renamePage },
  { method: 'POST', path: '/desk/texts/:id/rename', policy: 'text.rename', page: rename, fields: ['slug'], signedOut },

  { method: 'GET', path: '/desk/proofing', policy: 'desk.read', page: proofingPage },
  {
    method: 'POST',
    path: '/desk/proofing/rule',
    policy: 'proofing.manage',
    page: switchSiteRule,
    fields: ['rule', 'off'],
  },
  { method: 'POST', path: '/desk/proofing/words', policy: 'lexicon.change', page: addWords, fields: ['words'] },
  { method: 'POST', path: '/desk/proofing/words/remove', policy: 'lexicon.change', page: removeWord, fields: ['word'] },

  { method: 'GET', path: '/desk/misprints', policy: 'misprint.decide', page: misprintsPage },
  {
    method: 'POST',
    path: '/desk/misprints/decide',
    policy: 'misprint.decide',
    page: decideMisprintPage,
    fields: ['misprint', 'decision'],
  },
  {
    method: 'POST',
    path: '/desk/misprints/undo',
    policy: 'misprint.decide',
    page: undoMisprintPage,
    fields: ['batch'],
  },

  { method: 'GET', path: '/desk/accounts', policy: 'accounts.manage', page: accountsPage },
  {
    method: 'POST',
    path: '/desk/accounts',
    policy: 'accounts.manage',
    page: addAccount,
    fields: ['name', 'password', 'role'],
  },
  { method: 'POST', path: '/desk/accounts/invite', policy: 'accounts.manage', page: invite, fields: ['role'] },
  {
    method: 'POST',
    path: '/desk/accounts/:id',
    policy: 'accounts.manage',
    page: changeAccountPage,
    fields: ['role', 'disabled'],
  },
  { method: 'GET', path: '/desk/account', policy: 'signed-in', page: accountPage },
  { method: 'POST', path: '/desk/account', policy: 'signed-in', page: changeOwnPassword, fields: ['current', 'next'] },
  { method: 'POST', path: '/desk/account/digest', policy: 'queue.read', page: changeDigest, fields: ['email', 'stop'] },
];
