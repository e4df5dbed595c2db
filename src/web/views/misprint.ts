import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import { isMessageKey, type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../http/answer.ts';
import { TOKEN_FIELD } from '../http/form-guard.ts';
import { publicLayout } from './layout.ts';
import type { Site } from './site.ts';
import { furnitureLanguage, languageAttributes } from './text-language.ts';

interface TextView {
  readonly site: Site;
  readonly article: Article;
}

interface MisprintView extends TextView {
  /** The words of the paragraph asked for. */
  readonly passage: string | null;
  readonly typed: Readonly<Record<'paragraph' | 'words' | 'instead' | 'name', string>>;
  readonly mistakes: readonly Mistake[];
  readonly ticket: string;
  readonly formToken: string | null;
}

type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

/** A few lines to an editor; works without script, and nothing of it is ever shown. */
export function misprintPage({ site, article, passage, typed, mistakes, ticket, formToken }: MisprintView): Html {
  const { language, say } = spoken(site, article);
  const { slug, metadata } = article;
  const field = (name: 'words' | 'instead' | 'name', label: string, isRequired: boolean) => {
    const mistake = mistakes.find((one) => one.field === name);
    return html`<p><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" maxlength="200" autocomplete="${name === 'name' ? 'name' : 'off'}" value="${typed[name]}"${isRequired ? html` required` : ''}${mistake ? html` aria-invalid="true" aria-describedby="${name}-mistake"` : ''}>
${mistake ? html`<span class="mistake" id="${name}-mistake">${saidOf(say, mistake)}</span>` : ''}</p>`;
  };
  return page(
    { site, article, language },
    html`<p class="lead">${say('misprint.lead')}</p>
${mistakes.filter(({ field: of }) => of === null).map((mistake) => html`<p class="mistake" role="alert">${saidOf(say, mistake)}</p>`)}
${passage === null ? '' : html`<blockquote${languageAttributes(metadata.language, language)}><p>${passage}</p></blockquote>`}
<form class="misprint" method="post" action="/${slug}/misprint">
${formToken ? html`<input type="hidden" name="${TOKEN_FIELD}" value="${formToken}">` : ''}<input type="hidden" name="ticket" value="${ticket}"><input type="hidden" name="paragraph" value="${typed.paragraph}">
${field('words', say('misprint.words'), true)}
${field('instead', say('misprint.instead'), true)}
${field('name', say('misprint.name'), false)}
<p hidden><label for="website">${say('misprint.trap')}</label><input id="website" name="website" type="text" autocomplete="off" tabindex="-1"></p>
<p><button type="submit">${say('misprint.send')}</button></p></form>
<p class="facts">${say('misprint.kept')}</p>`,
  );
}

export function misprintThanks({ site, article }: TextView): Html {
  const { language, say } = spoken(site, article);
  return page({ site, article, language }, html`<p class="lead" role="status">${say('misprint.thanks')}</p>`);
}

function page({ site, article, language }: TextView & { readonly language: Language }, below: Html): Html {
  const { slug, metadata } = article;
  const name = metadata.title ?? translate(language, 'text.untitled');
  const title = translate(language, 'misprint.title', { title: name });
  const body = html`<p class="above"><a href="/${slug}"${languageAttributes(metadata.language, language)}>${name}</a></p>
<h1>${translate(language, 'text.misprint')}</h1>
${below}`;
  return publicLayout({ site, language, title, description: title, path: `/${slug}/misprint`, body, unlisted: true });
}

function spoken(site: Site, { metadata }: Article): { readonly language: Language; readonly say: Say } {
  const language = furnitureLanguage(metadata.language, site.language);
  return { language, say: (key, values) => translate(language, key, values) };
}

const saidOf = (say: Say, { key, values }: Mistake) =>
  isMessageKey(key) ? say(key, values as Record<string, string | number>) : key;
