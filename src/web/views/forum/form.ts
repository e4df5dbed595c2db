import { html } from 'hono/html';
import type { ForumMode } from '#domain/contribution.ts';
import { LONGEST } from '#domain/contribution.ts';
import type { Mistake } from '#domain/result.ts';
import type { MessageKey } from '#locale/translate.ts';
import type { Html } from '../../http/answer.ts';
import type { Site } from '../site.ts';
import { type Say, saidOf } from './said.ts';

/** What a form of the forum holds, as typed. */
export interface TypedFields {
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly body: string;
  /** The number in the margin, or the id of a passage without one. */
  readonly paragraph: string;
  readonly answers: string;
  readonly quote: string;
  readonly notify: boolean;
}

export const NOTHING_TYPED: TypedFields = {
  name: '',
  email: '',
  subject: '',
  body: '',
  paragraph: '',
  answers: '',
  quote: '',
  notify: false,
};

interface FormView {
  readonly slug: string;
  readonly say: Say;
  readonly mode: ForumMode;
  readonly site: Pick<Site, 'hasMail'>;
  readonly typed: TypedFields;
  /** Whether its paragraph is shown with it, so that words of it can be chosen. */
  readonly onPassage: boolean;
  readonly mistakes: readonly Mistake[];
  readonly button: MessageKey;
}

/** The form under a text: the same for everybody, so that the page around it is. It leads to the preview, which changes nothing. */
export function contributionForm({ slug, say, mode, site, typed, onPassage, mistakes, button }: FormView): Html {
  const field = fieldsOf(say, typed, mistakes);
  const paragraph = field.line(
    'paragraph',
    say(onPassage ? 'forum.paragraph.this' : 'forum.paragraph'),
    html` autocomplete="off" size="8"`,
  );
  const isNeeded = mode === 'subscription';
  const email = isNeeded ? 'forum.email' : 'forum.email.optional';
  return html`<form class="contribute" method="post" action="/${slug}/forum/preview">
<input type="hidden" name="answers" value="${typed.answers}">${onPassage ? '' : html`<input type="hidden" name="quote" value="${typed.quote}">`}
${onPassage ? html`<fieldset><legend>${say('forum.about')}</legend>${field.quote()}${paragraph}</fieldset>` : ''}
<fieldset><legend>${say('forum.who')}</legend>
${field.line('name', say('forum.name'), html` autocomplete="name" required`)}
${site.hasMail || isNeeded ? field.line('email', say(email), html` autocomplete="email"${isNeeded ? html` required` : ''}`) : ''}
${site.hasMail ? html`<p class="tick"><input id="notify" name="notify" type="checkbox" value="yes"${typed.notify ? html` checked` : ''}> <label for="notify">${say('forum.notify')}</label></p>` : ''}
</fieldset>
<fieldset><legend>${say('forum.post')}</legend>
${field.line('subject', say('forum.subject'), html` autocomplete="off"`)}
${field.words()}
${onPassage ? '' : paragraph}
</fieldset>
<p hidden><label for="website">${say('forum.trap')}</label><input id="website" name="website" type="text" autocomplete="off" tabindex="-1"></p>
<p><button type="submit">${say(button)}</button></p>
</form>`;
}

/** The fields one by one, each with its mistake beside it: the receipt has some of them too. */
export function fieldsOf(
  say: Say,
  typed: Pick<TypedFields, 'name' | 'subject' | 'body'> & Partial<TypedFields>,
  mistakes: readonly Mistake[],
) {
  const mistakeOf = (name: string) => mistakes.find(({ field }) => field === name);
  const said = (name: string) => {
    const mistake = mistakeOf(name);
    return mistake ? html`<span class="mistake" id="${name}-mistake">${saidOf(say, mistake)}</span>` : '';
  };
  return {
    line(name: 'name' | 'email' | 'subject' | 'paragraph', label: string, attributes: Html): Html {
      const wrong = mistakeOf(name) ? html` aria-invalid="true" aria-describedby="${name}-mistake"` : '';
      const type = name === 'email' ? 'email' : 'text';
      const longest = name === 'paragraph' ? 40 : LONGEST[name];
      return html`<p class="${name}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" maxlength="${longest}" value="${typed[name] ?? ''}"${attributes}${wrong}>
${said(name)}</p>`;
    },
    words(): Html {
      const wrong = mistakeOf('body');
      return html`<p class="body-field"><label for="body">${say('forum.body')}</label>
<textarea id="body" name="body" rows="9" maxlength="${LONGEST.body}" required aria-describedby="body-hint${wrong ? ' body-mistake' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
${typed.body}</textarea>
<span class="hint" id="body-hint">${say('forum.body.hint')}</span>
${said('body')}</p>`;
    },
    quote(): Html {
      const wrong = mistakeOf('quote');
      return html`<p class="quote-field"><label for="quote">${say('forum.quote')}</label>
<textarea id="quote" name="quote" rows="2" maxlength="${LONGEST.quote}" aria-describedby="quote-hint${wrong ? ' quote-mistake' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
${typed.quote ?? ''}</textarea>
<span class="hint" id="quote-hint">${say('forum.quote.hint')}</span>
${said('quote')}</p>`;
    },
  };
}
