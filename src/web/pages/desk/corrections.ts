// What the buttons of the reading's page say, as corrections.
import { METADATA_FIELDS, type MetadataField } from '#domain/metadata.ts';
import type { Correction, LinesAs, Reading } from '#domain/reading.ts';
import { Refusal } from '#domain/refusal.ts';
import { fieldText, fieldValue } from '#web/views/desk/metadata-text.ts';

/** The fields of the form, `form-token` apart. */
export const CORRECTION_FIELDS: readonly string[] = [
  'version',
  'page',
  'apply',
  'undo',
  'lines',
  'note',
  'take',
  ...METADATA_FIELDS.map(({ name }) => `value.${name}`),
];

const LINES_AS: readonly LinesAs[] = [
  'paragraph',
  'quotation',
  'verse',
  'heading',
  'list',
  'furniture',
  'text',
  'note',
  'metadata',
  'section-break',
  'no-break',
];

export interface Corrections {
  readonly corrections: readonly Correction[];
  /** Where the page is taken up again. */
  readonly line: number | null;
}

/** The button pressed, and whatever else was changed in the fields: nothing typed is lost by pressing another button. */
export function parseCorrections(form: URLSearchParams, reading: Reading): Corrections {
  const taken = parseTake(form.get('take'));
  const edited = editedMetadata(form, reading).filter((one) => one.field !== taken?.field);
  const lines = parseLines(form.get('lines'));
  const note = parseNote(form.get('note'));
  return {
    corrections: [...edited, ...[taken, lines, note].filter((one) => one !== null)],
    line: lines?.lines[0] ?? note?.bodyLine ?? null,
  };
}

type Kind<K extends Correction['kind']> = Extract<Correction, { kind: K }>;

function editedMetadata(form: URLSearchParams, reading: Reading): Kind<'metadata'>[] {
  return METADATA_FIELDS.flatMap((field) => {
    const typed = form.get(`value.${field.name}`);
    if (typed === null) return [];
    const value = fieldValue(field, typed);
    return fieldText(value) === fieldText(reading.metadata[field.name]) ? [] : [metadata(field, value)];
  });
}

// `authors C.L.R. James`: the field's name, then the runner-up as it stood.
function parseTake(written: string | null): Kind<'metadata'> | null {
  if (written === null) return null;
  const field = METADATA_FIELDS.find(({ name }) => written.startsWith(`${name} `));
  if (!field) throw new Refusal('bad-request');
  return metadata(field, fieldValue(field, written.slice(field.name.length + 1)));
}

function metadata(field: MetadataField, value: string | readonly string[] | null): Kind<'metadata'> {
  return { kind: 'metadata', field: field.name, value };
}

// `6-12 heading`
function parseLines(written: string | null): Kind<'lines'> | null {
  if (written === null) return null;
  const [, first, last, name] = /^(\d{1,9})-(\d{1,9}) ([a-z-]+)$/.exec(written) ?? [];
  const as = LINES_AS.find((each) => each === name);
  if (first === undefined || last === undefined || as === undefined) throw new Refusal('bad-request');
  return { kind: 'lines', lines: [Number(first), Number(last)], as };
}

// `74` takes the call of the note whose body begins at line 74 away; `74 13:201` gives it the one at line 13, column 201.
function parseNote(written: string | null): Kind<'note'> | null {
  if (written === null) return null;
  const [, bodyLine, line, column] = /^(\d{1,9})(?: (\d{1,9}):(\d{1,9}))?$/.exec(written) ?? [];
  if (bodyLine === undefined) throw new Refusal('bad-request');
  const call = line === undefined ? null : { line: Number(line), column: Number(column) };
  return { kind: 'note', bodyLine: Number(bodyLine), call };
}
