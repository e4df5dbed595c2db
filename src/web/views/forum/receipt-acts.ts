import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Language } from '#locale/translate.ts';
import type { Receipt } from '#operations/reads/receipt.ts';
import type { Html } from '../../http/answer.ts';
import { TOKEN_FIELD } from '../../http/form-guard.ts';
import type { Site } from '../site.ts';
import { fieldsOf } from './form.ts';
import type { Say } from './said.ts';

export interface ReceiptView {
  readonly site: Site;
  readonly language: Language;
  /** What opens it: part of the address. */
  readonly token: string;
  readonly receipt: Receipt;
  /** What was typed into the form of changes, when it was not taken. */
  readonly typed: { readonly name: string; readonly subject: string; readonly body: string } | null;
  readonly mistakes: readonly Mistake[];
  /** An act that was just done: `edited`, `withdrawn`, `notify`. */
  readonly done: 'edited' | 'withdrawn' | 'notify' | null;
  readonly formToken: string | null;
}

type Acts = ReceiptView & { readonly say: Say };

/** Changing, letters, taking away, withdrawing, erasing: each behind a step that has to be opened. */
export function receiptActs(view: Acts): Html {
  const { say, receipt, site } = view;
  const isStanding = receipt.state === 'waiting' || receipt.state === 'validated';
  return html`<section class="forum parting"><h2>${say('receipt.acts')}</h2>
${receipt.mayEdit ? changeForm(view) : ''}
${site.hasMail || receipt.email ? lettersForm(view) : ''}
${takeAway(view)}
${isStanding ? withdrawForm(view) : ''}
${eraseForm(view)}</section>`;
}

function changeForm(view: Acts): Html {
  const { receipt, typed, mistakes, say } = view;
  const { words, hash } = receipt;
  const field = fieldsOf(say, typed ?? { name: words.name, subject: words.subject ?? '', body: words.body }, mistakes);
  return html`<details${typed ? html` open` : ''}><summary>${say('receipt.change')}</summary>
<p class="facts">${say('receipt.change.text')}</p>
${form(
  view,
  'edit',
  html`<input type="hidden" name="hash" value="${hash}">
${field.line('name', say('forum.name'), html` autocomplete="name" required`)}
${field.line('subject', say('forum.subject'), html` autocomplete="off"`)}
${field.words()}
<p><button type="submit">${say('receipt.change.send')}</button></p>`,
)}</details>`;
}

function lettersForm(view: Acts): Html {
  const { say, receipt, mistakes } = view;
  const { email, notify } = receipt;
  const isOn = notify && email !== null;
  const state = !isOn ? 'off' : email.confirmed ? 'on' : 'pending';
  const field = fieldsOf(say, { name: '', subject: '', body: '' }, mistakes);
  const isWrong = mistakes.some((mistake) => mistake.field === 'email');
  return html`<details${isWrong ? html` open` : ''}><summary>${say('receipt.notify')}</summary>
<p class="facts">${say(`receipt.notify.${state}`)}</p>
${form(
  view,
  'notify',
  isOn
    ? html`<input type="hidden" name="notify" value="no"><p><button type="submit">${say('receipt.notify.stop')}</button></p>`
    : html`<input type="hidden" name="notify" value="yes">
${email === null ? field.line('email', say('forum.email'), html` autocomplete="email" required`) : ''}
<p><button type="submit">${say('receipt.notify.start')}</button></p>`,
)}</details>`;
}

function takeAway({ say, token }: Acts): Html {
  return html`<details><summary>${say('receipt.take')}</summary>
<p>${say('receipt.take.text')} <a href="/receipt/${token}/contribution.json" download>${say('receipt.take.file')}</a></p></details>`;
}

function withdrawForm(view: Acts): Html {
  const { say } = view;
  return html`<details><summary>${say('receipt.withdraw')}</summary><p class="facts">${say('receipt.withdraw.text')}</p>
${form(view, 'withdraw', html`<p><button type="submit">${say('receipt.withdraw.confirm')}</button></p>`)}</details>`;
}

function eraseForm(view: Acts): Html {
  const { say } = view;
  return html`<details><summary>${say('receipt.erase')}</summary><p class="facts">${say('receipt.erase.text')}</p>
${form(
  view,
  'erase',
  html`<p class="tick"><input id="sure" name="sure" type="checkbox" value="yes" required> <label for="sure">${say('receipt.erase.confirm')}</label></p>
<p><button type="submit">${say('receipt.erase.act')}</button></p>`,
)}</details>`;
}

function form({ token, formToken }: Acts, act: string, fields: Html): Html {
  return html`<form class="contribute" method="post" action="/receipt/${token}/${act}">
${formToken ? html`<input type="hidden" name="${TOKEN_FIELD}" value="${formToken}">` : ''}${fields}</form>`;
}
