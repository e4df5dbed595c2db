import { slugFrom } from '#domain/slug.ts';
import type { Cited } from './cited.ts';
import { inverted } from './names.ts';
import { WORDS, yearOfWork } from './words.ts';

/** An `@online` entry of biblatex; old BibTeX styles read it as `@misc`. */
export function bibtex(cited: Cited): string {
  const { metadata, url, siteName, revision, publishedAt, paragraph, language } = cited;
  const words = WORDS[language];
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', people(metadata.authors)],
    ['translator', people(metadata.translators)],
    ['title', metadata.title && `{${escaped(metadata.title)}}`],
    ['subtitle', metadata.subtitle && escaped(metadata.subtitle)],
    ['origdate', yearOfWork(metadata.firstPublished) ?? yearOfWork(metadata.written)],
    ['date', publishedAt.slice(0, 10)],
    ['version', `${words.revision} ${revision}`],
    ['organization', escaped(siteName)],
    ['langid', metadata.language && langid(metadata.language)],
    ['note', paragraph ? `${words.paragraph} ${paragraph}` : null],
    ['url', url],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(12)} = {${value}}`);
  return `@online{${keyOf(cited)},\n${lines.join(',\n')}\n}`;
}

/** `james-1937-logic-r3` */
function keyOf({ metadata, revision, publishedAt }: Cited): string {
  const author =
    metadata.authors[0] === undefined ? 'anonymous' : slugFrom(inverted(metadata.authors[0]).split(',')[0] ?? '');
  const year = yearOfWork(metadata.firstPublished) ?? yearOfWork(metadata.written) ?? publishedAt.slice(0, 4);
  const word = slugFrom(metadata.title ?? '')
    .split('-')
    .find((each) => each.length > 3);
  return [author || 'anonymous', year, word, `r${revision}`].filter(Boolean).join('-');
}

const people = (names: readonly string[]) => names.map((name) => escaped(inverted(name))).join(' and ') || null;

const LANGIDS: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
};
const langid = (tag: string) => LANGIDS[tag.split('-')[0] ?? ''] ?? null;

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/[\\~^]|[{}$&#%_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}
