import type { Metadata, MetadataField } from '#domain/metadata.ts';

/** A metadata value as a form field holds it: lists one a line. */
export function fieldText(value: Metadata[keyof Metadata]): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.join('\n');
}

/** A form field as a metadata value: nothing but white space is no value. */
export function fieldValue(field: MetadataField, text: string): string | readonly string[] | null {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (field.holds === 'list') return lines;
  return lines.join(field.holds === 'prose' ? '\n' : ' ') || null;
}
