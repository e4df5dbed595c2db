import { html } from 'hono/html';
import type { Html } from '../../http/answer.ts';
import { TOKEN_FIELD } from '../../http/form-guard.ts';
import { fieldsOf } from './form.ts';
import type { ReceiptView } from './receipt.ts';
import type { Say } from './said.ts';

type Acts = ReceiptView & { readonly say: Say };

/** Changing, letters, taking away, withdrawing, erasing: each a form, the last two behind a step that has to be opened. */
export function receiptActs(view: Acts): Html {
  return html`${view.receipt.mayEdit ? changeForm(view) : ''}
${lettersForm(view)}
${takeAway(view)}
${partingForms(view)}`;
}

function changeForm(view: Acts): Html {
  const { receipt, typed, mistakes, say } = view;
  const { words, hash } = receipt;
  const field = fieldsOf(say, typed ?? { name: words.name, subject: words.subject ?? '', body: words.body }, mistakes);
  return html`<section class="forum"><h2>${say('receipt.change')}</h2>
<details${typed ? html` open` : ''}><summary>${say('receipt.change')}</summary>
<p class="facts">${say('receipt.change.text')}</p>
${form(
  view,
  'edit',
  html`<input type="hidden" name="hash" value="${hash}">
${field.line('name', say('forum.name'), html` autocomplete="name" required`)}
${field.line('subject', say('forum.subject'), html` autocomplete="off"`)}
${field.words()}
<p><button type="submit">${say('receipt.change.send')}</button></p>`,
)}</details></section>`;
}

function lettersForm(view: Acts): Html {
  const { say, receipt, mistakes } = view;
  const { email, notify } = receipt;
  const isOn = notify && email !== null;
  const state = !isOn ? 'off' : email.confirmed ? 'on' : 'pending';
  const field = fieldsOf(say, { name: '', subject: '', body: '' }, mistakes);
  return html`<section class="forum"><h2>${say('receipt.notify')}</h2>
<p>${say(`receipt.notify.${state}`)}</p>
${form(
  view,
  'notify',
  isOn
    ? html`<input type="hidden" name="notify" value="no"><p><button type="submit">${say('receipt.notify.stop')}</button></p>`
    : html`<input type="hidden" name="notify" value="yes">
${email === null ? field.line('email', say('forum.email'), html` autocomplete="email" required`) : ''}
<p><button type="submit">${say('receipt.notify.start')}</button></p>`,
)}</section>`;
}

function takeAway({ say, token }: Acts): Html {
  return html`<section><h2>${say('receipt.take')}</h2>
<p>${say('receipt.take.text')} <a href="/receipt/${token}/contribution.json" download>${say('receipt.take.file')}</a></p></section>`;
}

function partingForms(view: Acts): Html {
  const { say, receipt } = view;
  const isStanding = receipt.state === 'waiting' || receipt.state === 'validated';
  return html`<section class="forum parting">
${
  isStanding
    ? html`<details><summary>${say('receipt.withdraw')}</summary><p>${say('receipt.withdraw.text')}</p>
${form(view, 'withdraw', html`<p><button type="submit">${say('receipt.withdraw.confirm')}</button></p>`)}</details>`
    : ''
}
<details><summary>${say('receipt.erase')}</summary><p>${say('receipt.erase.text')}</p>
${form(
  view,
  'erase',
  html`<p class="tick"><input id="sure" name="sure" type="checkbox" value="yes" required> <label for="sure">${say('receipt.erase.confirm')}</label></p>
<p><button type="submit">${say('receipt.erase.act')}</button></p>`,
)}</details></section>`;
}

function form({ token, formToken }: Acts, act: string, fields: Html): Html {
  return html`<form class="contribute" method="post" action="/receipt/${token}/${act}">
${formToken ? html`<input type="hidden" name="${TOKEN_FIELD}" value="${formToken}">` : ''}${fields}</form>`;
}
