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
const SPELT_ENDINGS = 'com|net|org|info|ru';
const LINK = new RegExp(
  [
    String.raw`(?<markup>(?:\[url[=\]]|<a\s[^>]{0,40}?href\s*=\s*|\]\()["']?(?:https?:\/\/|www\.)?[^\s"'<>\])]{1,2000})`,
    String.raw`(?<plain>\b(?:https?|ftp|hxxps?):\/\/[^\s<>"\])]{1,2000}|\bwww\.[^\s<>"\])]{2,2000})`,
    String.raw`(?<bare>\b(?:[a-z0-9-]{1,63}\.){1,8}(?:${ENDINGS})\b(?:\/[^\s<>"\])]{0,2000})?)`,
    String.raw`(?<spelt>\b[a-z0-9-]{2,63}(?:\s{1,2}\.|\s{0,2}[([]dot[)\]]|\sdot)\s{0,2}(?:${SPELT_ENDINGS})\b(?:\s?\/\S{0,2000})?|\bwatch\?v=\S{1,200})`,
  ].join('|'),
  'g',
);
const HOST = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)/;

/**
 * What stands somewhere in each link of any kind. Most posts have nothing of it and are spared the search above, which looks at
 * every word.
 */
const LINK_LIKE = new RegExp(
  String.raw`:\/\/|www\.|\.(?:${ENDINGS})\b|\.\s{0,2}(?:${SPELT_ENDINGS})\b|[([\s]dot|watch\?v=|\[url|href|\]\(`,
);

/** What a link's place in a text becomes. */
export const LINK_SIGN = '\uE000';

/** The links of a folded text, spelt ones too, and the text with each of them as one sign that no word is. */
export function splitLinks(folded: string): { readonly links: readonly Link[]; readonly rest: string } {
  if (!LINK_LIKE.test(folded)) return { links: [], rest: folded };
  const links: Link[] = [];
  const rest = folded.replace(LINK, (words: string, ...found) => {
    links.push(linkOf(words, found.at(-1)));
    return ` ${LINK_SIGN} `;
  });
  return { links, rest };
}

function linkOf(words: string, { markup, spelt }: Readonly<Record<string, string | undefined>>): Link {
  return {
    words,
    host: spelt === undefined ? hostOf(words) : '',
    isHidden: markup !== undefined || spelt !== undefined,
  };
}

function hostOf(words: string): string {
  const address = words.replace(/^(?:\[url[=\]]|<a\s.*?href\s*=\s*|\]\()["']?/, '');
  return HOST.exec(address)?.[1] ?? '';
}
