/** A link as it stands in a folded text. */
export interface Link {
  readonly words: string;
  /** Without `www.`; empty where none can be told. */
  readonly host: string;
  /** In the dress of another site's markup, or spelt so that only a person reads it. */
  readonly isHidden: boolean;
}

const ENDINGS =
  'com|net|org|info|biz|ru|cn|co|io|me|tv|ly|be|gl|gd|to|cc|xyz|top|club|online|site|shop|store|live|vip|win|bid|loan|icu|link|click|app|dev|eu|uk|us|de|fr|it|es|nl|pl|ch|at|in|br|ca|au|jp|ua';
const LINK = new RegExp(
  [
    String.raw`(?<markup>(?:\[url[=\]]|<a\s[^>]{0,40}?href\s*=\s*|\]\()["']?(?:https?:\/\/|www\.)?[^\s"'<>\])]{1,2000})`,
    String.raw`(?<plain>\b(?:https?|ftp|hxxps?):\/\/[^\s<>"\])]{1,2000}|\bwww\.[^\s<>"\])]{2,2000})`,
    String.raw`(?<bare>\b(?:[a-z0-9-]{1,63}\.){1,8}(?:${ENDINGS})\b(?:\/[^\s<>"\])]{0,2000})?)`,
    String.raw`(?<spelt>\b[a-z0-9-]{2,63}(?:\s{1,2}\.|\s{0,2}[([]dot[)\]]|\sdot)\s{0,2}(?:com|net|org|info|ru)\b(?:\s?\/\S{0,2000})?|\bwatch\?v=\S{1,200})`,
  ].join('|'),
  'g',
);
const HOST = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)/;

/** The links of a folded text, spelt ones too. */
export function findLinks(folded: string): readonly Link[] {
  return [...folded.matchAll(LINK)].map(({ 0: words, groups }) => ({
    words,
    host: groups!.spelt === undefined ? hostOf(words) : '',
    isHidden: groups!.markup !== undefined || groups!.spelt !== undefined,
  }));
}

/** The same text with each link as one sign that no word is. */
export function withoutLinks(folded: string): string {
  return folded.replace(LINK, ' \uE000 ');
}

/** What a link's place in a text becomes. */
export const LINK_SIGN = '\uE000';

function hostOf(words: string): string {
  const address = words.replace(/^(?:\[url[=\]]|<a\s.*?href\s*=\s*|\]\()["']?/, '');
  return HOST.exec(address)?.[1] ?? '';
}
