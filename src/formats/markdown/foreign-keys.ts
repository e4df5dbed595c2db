import { EMPTY_METADATA, type Metadata } from '#domain/metadata.ts';
import type { ParsedSource } from '#text/parse-source.ts';

type Extra = ParsedSource['extra'];

/** Keys that other programs write (Pandoc, Jekyll, Hugo, Ghost), and the field each fills where ours is empty. */
const FOREIGN_KEYS: Readonly<Record<string, keyof Metadata>> = {
  author: 'authors',
  creator: 'authors',
  translator: 'translators',
  editor: 'editors',
  date: 'online',
  lang: 'language',
  tags: 'keywords',
  categories: 'collections',
  description: 'summary',
  abstract: 'summary',
  rights: 'licence',
  license: 'licence',
};

/** Metadata with what foreign keys say; the keys that were understood are no longer unknown, the others are kept. */
export function adoptForeignKeys(
  metadata: Metadata,
  extra: Extra,
): { readonly metadata: Metadata; readonly extra: Extra; readonly adopted: ReadonlySet<string> } {
  const found: Record<string, unknown> = { ...metadata };
  const left: Record<string, Extra[string]> = {};
  const adopted = new Set<string>();
  for (const [key, value] of Object.entries(extra)) {
    const field = FOREIGN_KEYS[key.toLowerCase()];
    const fit =
      field && (found[field] as string | readonly string[] | null)?.length ? null : field && fitted(field, value);
    if (field && fit !== null && fit !== undefined) {
      found[field] = fit;
      adopted.add(key);
    } else left[key] = value;
  }
  return { metadata: found as unknown as Metadata, extra: left, adopted };
}

function fitted(field: keyof Metadata, value: Extra[string]): string | readonly string[] | null {
  const values = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  if (values.length === 0) return null;
  if (Array.isArray(EMPTY_METADATA[field])) return values.map((one) => one.trim());
  // "2010-03-04 10:15:00 +0100": the day is what a librarian means.
  if (field === 'online') return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/.exec(values[0]!)?.[0] ?? null;
  return values.join('; ').trim();
}
