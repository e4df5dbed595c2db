import { html, raw } from 'hono/html';
import type { Language, MessageKey } from '#locale/translate.ts';
import type { Receipt } from '#operations/reads/receipt.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { longDate } from '../moment.ts';
import { quotedWords } from './contribution.ts';
import { type ReceiptView, receiptActs } from './receipt-acts.ts';
import { type Say, saidOf, sayIn } from './said.ts';

/** What became of a contribution, and all that its sender may do about it. Only whoever has the address sees it. */
export function receiptPage(view: ReceiptView): Html {
  const { site, language, receipt, mistakes, done } = view;
  const say = sayIn(language);
  const title = say('receipt.title');
  const standing = standingOf(receipt);
  const body = html`<p class="above"><a href="/${receipt.text.slug ?? ''}">${receipt.text.title ?? say('text.untitled')}</a></p>
<h1>${title}</h1>
${done ? html`<p class="notice" role="status">${say(`receipt.done.${done}`)}</p>` : ''}
${mistakes.length > 0 ? html`<p class="mistake" role="alert">${say('forum.mistakes')} ${mistakes.map((mistake) => html`${saidOf(say, mistake)} `)}</p>` : ''}
<section class="standing"><p class="lead state">${say(`receipt.state.${standing}`)}${receipt.permalink ? html` <a href="${receipt.permalink}">${say('receipt.read')}</a>` : ''}</p>
${receipt.reason ? html`<h2>${say('receipt.reason')}</h2><blockquote><p dir="auto">${receipt.reason.text}</p></blockquote>` : ''}
<p>${say(`receipt.next.${standing}`)}</p>
${receipt.email && !receipt.email.confirmed ? html`<p class="notice">${say('receipt.unconfirmed')}</p>` : ''}
${standing === 'erased' ? '' : html`<p>${say('receipt.keep')}</p>`}</section>
${standing === 'erased' ? '' : html`${wordsSections(receipt, say)}${receiptActs({ ...view, say })}`}
${historySection(receipt, say, language)}
${proofSection(receipt, say)}`;
  return publicLayout({
    site,
    language,
    title,
    description: say('receipt.description'),
    path: '/receipt',
    body,
    unlisted: true,
  });
}

type Standing = 'waiting' | 'validated' | 'validated-edit' | 'refused' | 'withdrawn' | 'erased';

/** How it stands, as a person sees it: spam is a refusal, and an edit of what is shown waits while that stays. */
function standingOf({ state, shownWords, words }: Receipt): Standing {
  if (state === 'spam') return 'refused';
  if (state !== 'validated') return state;
  const isSame = shownWords === null || JSON.stringify(shownWords) === JSON.stringify(words);
  return isSame ? 'validated' : 'validated-edit';
}

function wordsSections(receipt: Receipt, say: Say): Html {
  const isEdit = standingOf(receipt) === 'validated-edit';
  const { words, quote, passage, html: shown } = receipt;
  return html`<section><h2>${say(isEdit ? 'receipt.words.waiting' : 'receipt.words')}</h2>
<article class="contribution">${words.subject ? html`<h3 dir="auto">${words.subject}</h3>` : ''}
<p class="by"><b dir="auto">${words.name}</b></p>
${quote === null ? '' : html`<blockquote class="about">${quotedWords(quote)}${passage ? html`<p><a href="${passage}">${say('forum.on-passage')}</a></p>` : ''}</blockquote>`}
<div class="words" dir="auto">${raw(shown)}</div></article></section>
${isEdit && receipt.shownHtml ? html`<section><h2>${say('receipt.words.shown')}</h2><article class="contribution"><div class="words" dir="auto">${raw(receipt.shownHtml)}</div></article></section>` : ''}`;
}

function historySection({ history, receivedAt }: Receipt, say: Say, language: Language): Html {
  return html`<section><h2>${say('receipt.history')}</h2>
<ol class="happened"><li><time datetime="${receivedAt}">${longDate(receivedAt, language)}</time> · ${say('receipt.history.receive')}</li>
${history.map(
  ({ at, what, reason }) =>
    html`<li><time datetime="${at}">${longDate(at, language)}</time> · ${say(`receipt.history.${what}` as MessageKey)}${reason ? html`: <q dir="auto">${reason}</q>` : ''}</li>
`,
)}</ol></section>`;
}

function proofSection({ leaf }: Receipt, say: Say): Html | '' {
  if (!leaf) return '';
  return html`<section class="recorded"><h2>${say('receipt.proof')}</h2>
<p>${say('receipt.proof.text', { index: String(leaf.index), origin: leaf.origin })}</p>
<p><code translate="no">${leaf.key}</code></p>
<p class="facts">${say('receipt.proof.use')}</p></section>`;
}
