import { html, raw } from 'hono/html';
import type { Validated } from '#domain/contribution.ts';
import type { Language } from '#locale/translate.ts';
import type { ShownContribution } from '#operations/reads/forum.ts';
import { findWords } from '#text/find-words.ts';
import type { Html } from '../../http/answer.ts';
import { longDate } from '../moment.ts';
import { withLeadIn } from './lead-in.ts';
import type { Say } from './said.ts';

export interface Surroundings {
  readonly slug: string;
  readonly language: Language;
  readonly say: Say;
  /** The page is the text's own: its passages are on it. */
  readonly underText?: boolean;
  /** The passage that stands at the top of the page. */
  readonly passage?: string;
  /** Whether one can answer. */
  readonly isOpen: boolean;
  /** Of the heading of one that has a subject; 3 unless the page has nothing above it but its title. */
  readonly level?: 2 | 3;
}

/** A contribution as everybody sees it. It takes nothing that was not validated. */
export function contributionView(one: Validated<ShownContribution>, around: Surroundings): Html {
  const { slug, say, isOpen } = around;
  return html`<article class="contribution" id="c-${one.id}">
${one.subject === null ? '' : subjectLine(one.subject, around)}
<p class="by">${byLine(one, around)}</p>
${aboutPassage(one, around)}
<div class="words" dir="auto">${raw(one.html)}</div>
${isOpen ? html`<p class="acts"><a href="/${slug}/forum?answers=${one.id}#contribute" rel="nofollow" aria-label="${say('forum.answer.to', { name: one.name })}">${say('forum.answer')}</a></p>` : ''}
</article>`;
}

const subjectLine = (subject: string, { level }: Surroundings): Html =>
  level === 2 ? html`<h2 dir="auto">${subject}</h2>` : html`<h3 dir="auto">${subject}</h3>`;

function byLine(one: Validated<ShownContribution>, { slug, language, say }: Surroundings): Html {
  const answers = one.parentId !== null && one.parentName !== null && one.parentId !== one.threadId;
  return html`<b dir="auto">${one.name}</b>${one.byPress ? html` (${say('forum.by-press')})` : ''}
· <a href="/${slug}/forum/${one.id}"><time datetime="${one.receivedAt}">${longDate(one.receivedAt, language)}</time></a>${
    answers
      ? html` · <a href="/${slug}/forum/${one.parentId}">${say('forum.in-answer-to', { name: one.parentName ?? '' })}</a>`
      : ''
  }`;
}

/** The words it is about, and the ways to them; a passage that has changed is said to have. */
function aboutPassage(one: Validated<ShownContribution>, around: Surroundings): Html | '' {
  const { slug, say, underText, passage } = around;
  if (one.blockId === null) return '';
  const all = `/${slug}/forum?paragraph=${one.standsBy ?? one.blockId}`;
  const others = underText || passage ? '' : html` · <a href="${all}">${say('forum.passage.forum')}</a>`;
  const quote = one.quote ?? '';
  if (passage && one.isQuoteHere && one.standsBy === one.blockId && !isChosen(passage, quote)) return '';
  return html`<blockquote class="about">${quotedWords(quote)}
<p>${one.standsBy !== null ? html`${wayToWords(one, around)}${others}` : html`<a href="${all}">${say('forum.passage-gone')}</a>`}</p></blockquote>`;
}

/** Where nothing was chosen its beginning stands for a passage: above which it stands itself that says nothing. */
const isChosen = (passage: string, quote: string) => !quote.endsWith(' …') && findWords(quote, passage) === null;

function wayToWords(one: Validated<ShownContribution>, { slug, say, underText }: Surroundings): Html {
  const { standsBy, number } = one;
  if (!one.isQuoteHere)
    return html`<a href="/${slug}/${number}#${standsBy}">${say('forum.quote-corrected', { number })}</a>`;
  return underText
    ? html`<a href="#${standsBy}" data-words="${one.quote ?? ''}">${say('forum.on-passage')}</a>`
    : html`<a href="/${slug}#${standsBy}">${say('forum.on-passage')}</a>`;
}

export const quotedWords = (words: string): Html => html`<p dir="auto"><q>${withLeadIn(words)}</q></p>`;
