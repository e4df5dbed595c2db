import { html } from 'hono/html';
import { METADATA_FIELDS, type MetadataField } from '#domain/metadata.ts';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import { type Field, textField } from '../field.ts';
import { fieldName } from '../reading/names.ts';
import type { Say } from '../say.ts';

/** In sight at once; the others one press away. */
const FIRST: readonly MetadataField['name'][] = [
  'title',
  'subtitle',
  'authors',
  'language',
  'written',
  'firstPublished',
];

/** One field a row of METADATA_FIELDS: a new one needs nothing here. */
export function metadataFields(say: Say, values: Readonly<Record<string, string>>, mistakes: readonly Mistake[]): Html {
  const shown = (field: MetadataField) => metadataField(say, field, values[field.name] ?? '', mistakes);
  const rest = METADATA_FIELDS.filter(({ name }) => !FIRST.includes(name));
  const isOpen = rest.some(({ name }) => mistakes.some((mistake) => mistake.field === `value.${name}`));
  const filled = rest.filter(({ name }) => values[name]).length;
  return html`<fieldset><legend>${say('desk.edit.metadata')}</legend>
<div class="fields">${METADATA_FIELDS.filter(({ name }) => FIRST.includes(name)).map(shown)}</div>
<details${isOpen ? html` open` : ''}><summary>${say('desk.edit.more', { count: filled })}</summary><div class="fields">${rest.map(shown)}</div></details>
</fieldset>`;
}

function metadataField(say: Say, field: MetadataField, value: string, mistakes: readonly Mistake[]): Html {
  const hint = HINTS[field.holds];
  const one: Field = {
    name: `value.${field.name}`,
    label: fieldName(say, field.name),
    value,
    autocomplete: 'off',
    ...(hint ? { hint: say(hint) } : {}),
    ...linesOf(field, value),
  };
  return textField(say, one, mistakes);
}

const HINTS = {
  line: null,
  prose: null,
  list: 'desk.hint.list',
  date: 'desk.hint.date',
  language: 'desk.hint.language',
} as const;

function linesOf({ holds }: MetadataField, value: string): { readonly lines?: number } {
  if (holds === 'prose') return { lines: 3 };
  return holds === 'list' ? { lines: Math.min(5, Math.max(1, value.split('\n').length)) } : {};
}
