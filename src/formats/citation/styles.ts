import type { Cited } from './cited.ts';
import { authorLine } from './names.ts';
import { longDate, shortDate, WORDS, yearOfWork } from './words.ts';

/** James, C. L. R. “A Title.” 1937. Site. Revision 3, published 22 November 2026. https://… */
export function chicago({ metadata, url, siteName, revision, publishedAt, paragraph, language }: Cited): string {
  const words = WORDS[language];
  const published = `${capital(words.revision)} ${revision}, ${words.published} ${longDate(publishedAt, language)}`;
  return sentences(
    authorLine(metadata.authors, language),
    words.quotedSentence(metadata.title ?? words.untitled),
    metadata.translators.length > 0 && `${words.translatedBy} ${metadata.translators.join(', ')}`,
    yearOf(metadata),
    siteName,
    paragraph ? `${published}, ${words.par} ${paragraph}` : published,
    url,
  );
}

/** James, C. L. R. “A Title.” 1937. Site, rev. 3, 22 Nov. 2026, https://…. Par. 12. */
export function mla({ metadata, url, siteName, revision, publishedAt, paragraph, language }: Cited): string {
  const words = WORDS[language];
  return sentences(
    authorLine(metadata.authors, language),
    words.quotedSentence(metadata.title ?? words.untitled),
    yearOf(metadata),
    [
      siteName,
      metadata.translators.length > 0 && `${lower(words.translatedBy)} ${metadata.translators.join(', ')}`,
      `${words.rev} ${revision}`,
      shortDate(publishedAt, language),
      url,
    ]
      .filter(Boolean)
      .join(', '),
    paragraph && `${capital(words.par)} ${paragraph}`,
  );
}

/** C. L. R. James, “A Title”, 1937, Site, revision 3, 22 November 2026, paragraph 12, https://… */
export function plain({ metadata, url, siteName, revision, publishedAt, paragraph, language }: Cited): string {
  const words = WORDS[language];
  return [
    metadata.authors.join(', '),
    words.quoted(metadata.title ?? words.untitled),
    yearOf(metadata),
    siteName,
    `${words.revision} ${revision}, ${longDate(publishedAt, language)}`,
    paragraph && `${words.paragraph} ${paragraph}`,
    url,
  ]
    .filter(Boolean)
    .join(', ');
}

const yearOf = ({ firstPublished, written }: Cited['metadata']) => yearOfWork(firstPublished) ?? yearOfWork(written);

/** Each part closed by one point; an address by none, so that it can be copied. */
function sentences(...parts: readonly (string | number | null | undefined | false)[]): string {
  return parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/([.?!…]”?|»\.)$|^https?:/.test(part) ? part : `${part}.`))
    .join(' ');
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
