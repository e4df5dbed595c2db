import type { Slug } from './text.ts';

export const LONGEST_SLUG = 80;

/** First parts of addresses that are the press's own: no text may take them. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'about',
  'account',
  'accounts',
  'admin',
  'api',
  'assets',
  'authors',
  'cite',
  'claim',
  'collections',
  'colophon',
  'compare',
  'dates',
  'desk',
  'docs',
  'favicon',
  'feed',
  'feeds',
  'forum',
  'health',
  'help',
  'history',
  'keywords',
  'languages',
  'log',
  'login',
  'mail',
  'metrics',
  'new',
  'oai',
  'privacy',
  'queue',
  'receipt',
  'record',
  'robots',
  'search',
  'sign-in',
  'sign-out',
  'sitemap',
  'static',
  'text',
  'texts',
  'timegate',
  'timemap',
  'translators',
  'well-known',
  'years',
]);

export function isSlug(value: string): value is Slug {
  return value.length <= LONGEST_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug);
}

/**
 * An address made of a title or a name: letters brought to a–z, the rest to hyphens, cut at a word's end.
 * Letters of scripts without a row below become their code points, so that no name is without an address.
 * Empty only when the text holds no letter and no digit.
 */
export function slugFrom(words: string): Slug | '' {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^a-z0-9-]/gu, (letter) => TRANSLITERATION[letter] ?? codePoint(letter))
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return shorten(plain) as Slug | '';
}

function codePoint(letter: string): string {
  return `-u${letter.codePointAt(0)!.toString(16)}-`;
}

/** Cuts at the last hyphen that fits, unless that would leave almost nothing. */
function shorten(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG + 1).lastIndexOf('-');
  return slug.slice(0, cut > LONGEST_SLUG / 2 ? cut : LONGEST_SLUG).replace(/-$/, '');
}

/** What NFKD leaves: letters of Latin without a decomposition, Cyrillic and Greek (ISO 9 and ELOT 743, made plain). */
const TRANSLITERATION: Readonly<Record<string, string>> = {
  ...{
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ŋ: 'ng',
    ŧ: 't',
    ĸ: 'k',
    ſ: 's',
  },
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'ie',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    к: 'k',
    л: 'l',
  },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    ђ: 'dj',
    ј: 'j',
    љ: 'lj',
    њ: 'nj',
    ћ: 'c',
    џ: 'dz',
    ѕ: 'z',
  },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
  },
  ...{ ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};
