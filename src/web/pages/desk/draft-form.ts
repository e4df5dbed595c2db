// A source taken apart for the editor's form, and put together again from what was typed.
import { METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import { type ExtraFields, readFrontMatter, writeFrontMatter } from '#text/front-matter.ts';
import { fieldText, fieldValue } from '#web/views/desk/metadata-text.ts';

export interface DraftForm {
  /** By the field's name. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly body: string;
  /** Front matter keys that are not ours, as JSON: carried through the form. */
  readonly extra: string;
}

/** The fields of the form, `form-token` apart. */
export const DRAFT_FIELDS: readonly string[] = [
  'version',
  'body',
  'extra',
  'act',
  ...METADATA_FIELDS.map(({ name }) => `value.${name}`),
];

export function draftForm(source: string): DraftForm {
  const { metadata, extra, body, unread } = readFrontMatter(source);
  // Front matter that cannot be read stays before the editor's eyes, in the source, until it can.
  if (unread !== null) return { metadata: {}, body: source, extra: '' };
  const texts = METADATA_FIELDS.map(({ name }) => [name, fieldText(metadata[name])]);
  return {
    metadata: Object.fromEntries(texts),
    body: body.replace(/^\n+/, ''),
    extra: Object.keys(extra).length > 0 ? JSON.stringify(extra) : '',
  };
}

export function parseDraftForm(form: URLSearchParams): DraftForm {
  const texts = METADATA_FIELDS.map(({ name }) => [name, form.get(`value.${name}`) ?? '']);
  const body = (form.get('body') ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  return { metadata: Object.fromEntries(texts), body, extra: form.get('extra') ?? '' };
}

export function composeSource({ metadata, body, extra }: DraftForm): string {
  const front = frontMatterOf(metadata, extra);
  const text = body.replace(/^\n+/, '');
  return `${front}${front && text ? '\n' : ''}${text}${text.endsWith('\n') || text === '' ? '' : '\n'}`;
}

/** How many lines of the source stand above the first line of the body as the form shows it. */
export function linesAbove({ metadata, extra }: DraftForm): number {
  const front = frontMatterOf(metadata, extra);
  return front === '' ? 0 : front.split('\n').length;
}

function frontMatterOf(texts: DraftForm['metadata'], extra: string): string {
  const values = METADATA_FIELDS.map((field) => [field.name, fieldValue(field, texts[field.name] ?? '')]);
  return writeFrontMatter(Object.fromEntries(values) as Metadata, parseExtra(extra));
}

function parseExtra(json: string): ExtraFields {
  try {
    const extra: unknown = JSON.parse(json || '{}');
    return typeof extra === 'object' && extra !== null && !Array.isArray(extra) ? (extra as ExtraFields) : {};
  } catch {
    return {};
  }
}
