import { html, raw } from 'hono/html';
import type { Preview } from '#operations/contribution-preview.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../../http/answer.ts';
import { TOKEN_FIELD } from '../../http/form-guard.ts';
import { publicLayout } from '../layout.ts';
import type { Site } from '../site.ts';
import { contributionView, quotedWords } from './contribution.ts';
import { contributionForm, type TypedFields } from './form.ts';
import { above, type Passage, passageView, spoken } from './page.ts';
import { privacyNote } from './privacy-note.ts';
import type { Say } from './said.ts';

interface PreviewView {
  readonly site: Site;
  readonly article: Article;
  readonly preview: Preview;
  readonly typed: TypedFields;
  /** The same with its paragraph by its id. */
  readonly toSend: TypedFields;
  /** What stood in the field no person sees. */
  readonly trap: string;
  readonly passage: Passage | null;
  readonly formToken: string | null;
}

/** As it would appear, where it would stand, and the two ways on: send exactly this, or change it. Nothing is kept yet. */
export function previewPage(view: PreviewView): Html {
  const { site, article, preview, typed, passage } = view;
  const { language, say, name, around } = spoken(site, article, false);
  const title = say('forum.preview.title');
  const { parent } = preview.place;
  const body = html`${above(article, name, language, true)}
<h1 id="as-it-would-be">${title}</h1>
<p class="lead" role="status">${say('forum.preview.lead')}</p>
<section class="preview" aria-labelledby="as-it-would-be">
<article class="contribution">${preview.subject ? html`<h2 dir="auto">${preview.subject}</h2>` : ''}
<p class="by"><b dir="auto">${preview.name}</b></p>
${preview.place.quote === null ? '' : html`<blockquote class="about">${quotedWords(preview.place.quote)}</blockquote>`}
<div class="words" dir="auto">${raw(preview.html)}</div></article></section>
<p class="notice">${say(`forum.notice.${preview.mode}`)}</p>
${sendForm(view, say)}
<section><h2>${say('forum.preview.place')}</h2>
${passage ? passageView(passage, article, { say, language, quote: typed.quote }) : ''}
${parent ? html`<div class="answered">${contributionView(parent, around)}</div>` : ''}
${passage || parent ? '' : html`<p>${say('forum.preview.place.text')}</p>`}</section>
<section class="forum"><h2>${say('forum.preview.change')}</h2>
${contributionForm({ site, slug: article.slug, say, mode: preview.mode, typed, onPassage: passage !== null, mistakes: [], button: 'forum.preview.again' })}
${privacyNote(say)}</section>`;
  return publicLayout({
    site,
    language,
    title: `${title} · ${name}`,
    description: say('forum.preview.lead'),
    path: `/${article.slug}/forum`,
    head: html`<script src="${site.assets.path('forum.js')}" defer></script>`,
    body,
    unlisted: true,
  });
}

/** What is sent is what was shown. The script works out the challenge meanwhile; without it the field stays empty. */
function sendForm({ article, preview, toSend, trap, formToken }: PreviewView, say: Say): Html {
  const { ticket, challenge } = preview;
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">
`;
  return html`<form class="send" method="post" action="/${article.slug}/forum/send" data-challenge="${JSON.stringify(challenge)}" data-working="${say('forum.send.working')}">
${formToken ? hidden(TOKEN_FIELD, formToken) : ''}${SENT.map((name) => hidden(name, toSend[name]))}${toSend.notify ? hidden('notify', 'yes') : ''}${hidden('website', trap)}${hidden('ticket', ticket)}${hidden('work', '')}<p><button type="submit">${say('forum.send')}</button></p></form>`;
}

const SENT = ['name', 'email', 'subject', 'body', 'paragraph', 'answers', 'quote'] as const;
