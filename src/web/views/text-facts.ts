import { html } from 'hono/html';
import type { Metadata } from '#domain/metadata.ts';
import { slugFrom } from '#domain/slug.ts';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import { formatDate } from '#text/format-date.ts';
import type { Html } from '../http/answer.ts';

export interface Fact {
  readonly term: string;
  readonly value: string | Html | readonly (string | Html)[];
}

/** What belongs under the title: who else made it, and when. */
export function titleFacts(metadata: Metadata, language: Language): readonly Fact[] {
  return known(language, [
    ['fact.translators', metadata.translators.join(', ')],
    ['fact.written', formatted(metadata.written, language)],
    ['fact.firstPublished', formatted(metadata.firstPublished, language)],
  ]);
}

/** The rest of what is known, as on the verso of a title page. */
export function versoFacts(metadata: Metadata, language: Language): readonly Fact[] {
  return known(language, [
    ['fact.editors', metadata.editors.join(', ')],
    ['fact.thisEdition', formatted(metadata.thisEdition, language)],
    ['fact.translated', formatted(metadata.translated, language)],
    ['fact.source', metadata.source],
    ['fact.transcriber', metadata.transcriber],
    ['fact.postedBy', metadata.postedBy],
    ['fact.online', formatted(metadata.online, language)],
    ['fact.licence', metadata.licence && licence(metadata.licence)],
    ['fact.collections', termLinks(metadata.collections, 'collections')],
    ['fact.keywords', termLinks(metadata.keywords, 'keywords')],
  ]);
}

function known(language: Language, rows: readonly (readonly [MessageKey, Fact['value'] | null])[]): readonly Fact[] {
  return rows.flatMap(([key, value]) => (value ? [{ term: translate(language, key), value }] : []));
}

export const personLinks = (names: readonly string[]) => termLinks(names, 'authors') ?? '';

function termLinks(names: readonly string[], folder: string): readonly (string | Html)[] | null {
  if (names.length === 0) return null;
  return names.flatMap((name, index) => {
    const slug = slugFrom(name);
    const link = slug === '' ? name : html`<a href="/${folder}/${slug}">${name}</a>`;
    return index === 0 ? [link] : [', ', link];
  });
}

const formatted = (date: string | null, language: Language) => (date === null ? null : formatDate(date, language));

const LICENCES: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC-BY-ND-4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
};

/** The page that explains a licence given by its SPDX name. */
export const licenceAddress = (name: string) => LICENCES[name] ?? null;

function licence(name: string): string | Html {
  const address = licenceAddress(name);
  return address === null ? name : html`<a rel="license" href="${address}">${name}</a>`;
}
