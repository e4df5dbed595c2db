/** What librarians mean by a text's metadata, each thing apart. Dates are EDTF (ISO 8601-2) strings, so "about 1938" can be said. */
export interface Metadata {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly editors: readonly string[];
  readonly transcriber: string | null;
  readonly postedBy: string | null;
  readonly written: string | null;
  readonly firstPublished: string | null;
  readonly thisEdition: string | null;
  readonly translated: string | null;
  readonly online: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** What it was transcribed from. */
  readonly source: string | null;
  readonly licence: string | null;
  readonly collections: readonly string[];
  readonly keywords: readonly string[];
  readonly summary: string | null;
  /** The slug of the text this one translates. */
  readonly translationOf: string | null;
}

export const EMPTY_METADATA: Metadata = {
  title: null,
  subtitle: null,
  authors: [],
  translators: [],
  editors: [],
  transcriber: null,
  postedBy: null,
  written: null,
  firstPublished: null,
  thisEdition: null,
  translated: null,
  online: null,
  language: null,
  source: null,
  licence: null,
  collections: [],
  keywords: [],
  summary: null,
  translationOf: null,
};

/** One row a field: its name in code, its key in the front matter, and what it holds. The only list of fields there is. */
export const METADATA_FIELDS: readonly MetadataField[] = [
  { name: 'title', key: 'title', holds: 'line' },
  { name: 'subtitle', key: 'subtitle', holds: 'line' },
  { name: 'authors', key: 'authors', holds: 'list' },
  { name: 'translators', key: 'translators', holds: 'list' },
  { name: 'editors', key: 'editors', holds: 'list' },
  { name: 'transcriber', key: 'transcriber', holds: 'line' },
  { name: 'postedBy', key: 'posted-by', holds: 'line' },
  { name: 'written', key: 'written', holds: 'date' },
  { name: 'firstPublished', key: 'first-published', holds: 'date' },
  { name: 'thisEdition', key: 'this-edition', holds: 'date' },
  { name: 'translated', key: 'translated', holds: 'date' },
  { name: 'online', key: 'online', holds: 'date' },
  { name: 'language', key: 'language', holds: 'language' },
  { name: 'source', key: 'source', holds: 'line' },
  { name: 'licence', key: 'licence', holds: 'line' },
  { name: 'collections', key: 'collections', holds: 'list' },
  { name: 'keywords', key: 'keywords', holds: 'list' },
  { name: 'summary', key: 'summary', holds: 'prose' },
  { name: 'translationOf', key: 'translation-of', holds: 'line' },
];

export interface MetadataField {
  readonly name: keyof Metadata;
  readonly key: string;
  readonly holds: 'line' | 'prose' | 'list' | 'date' | 'language';
}
