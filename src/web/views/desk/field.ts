import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import { isMessageKey } from '#locale/translate.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from './say.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'search';
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Says so beside the label, where a person would wonder. */
  readonly optional?: boolean;
  readonly lines?: number;
  readonly lang?: string;
  readonly form?: string;
}

/** A labelled field with its hint and its mistake beside it, what was typed kept. */
export function textField(say: Say, field: Field, mistakes: readonly Mistake[] = []): Html {
  const mistake = mistakes.find((each) => each.field === field.name);
  const id = fieldId(field.name);
  const describedBy = [field.hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ');
  return html`<div class="field${mistake ? ' mistaken' : ''}">
<label for="${id}">${field.label}${!field.optional ? '' : html` <span class="optional">${say('desk.optional')}</span>`}</label>
${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : ''}
${field.lines ? area(field, id, describedBy, Boolean(mistake)) : line(field, id, describedBy, Boolean(mistake))}
${mistake ? html`<p class="mistake" id="${id}-mistake">${mistakeText(say, mistake)}</p>` : ''}
</div>`;
}

/** Says first what is wrong, takes the focus (without script too), and leads to each field. */
export function mistakeSummary(say: Say, mistakes: readonly Mistake[]): Html {
  if (mistakes.length === 0) return html``;
  return html`<div class="summary mistaken" role="alert" tabindex="-1" autofocus>
<h2>${say('desk.mistakes', { count: mistakes.length })}</h2>
<ul>${mistakes.map((mistake) => html`<li>${mistakeLink(say, mistake)}</li>`)}</ul>
</div>`;
}

/** What is wrong, in the reader's language; a key nobody translated shows itself rather than nothing. */
export function mistakeText(say: Say, mistake: Mistake): string {
  return isMessageKey(mistake.key) ? say(mistake.key, mistake.values) : mistake.key;
}

function mistakeLink(say: Say, mistake: Mistake): Html {
  const text = mistakeText(say, mistake);
  return mistake.field === null ? html`${text}` : html`<a href="#${fieldId(mistake.field)}">${text}</a>`;
}

function line(field: Field, id: string, describedBy: string, invalid: boolean): Html {
  return html`<input id="${id}" name="${field.name}" type="${field.type ?? 'text'}" value="${field.value ?? ''}"${marks(field, describedBy, invalid)}>`;
}

function area(field: Field, id: string, describedBy: string, invalid: boolean): Html {
  // The line end after the tag is eaten by HTML: without it a first empty line of the value would be.
  return html`<textarea id="${id}" name="${field.name}" rows="${field.lines}"${marks(field, describedBy, invalid)}>
${field.value ?? ''}</textarea>`;
}

function marks(field: Field, describedBy: string, invalid: boolean): Html {
  return html`${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''}${field.required ? html` required` : ''}${
    field.lang ? html` lang="${field.lang}"` : ''
  }${field.form ? html` form="${field.form}"` : ''}${describedBy ? html` aria-describedby="${describedBy}"` : ''}${
    invalid ? html` aria-invalid="true"` : ''
  }`;
}

function fieldId(name: string): string {
  return `field-${name}`;
}
