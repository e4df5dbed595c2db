import { html } from 'hono/html';
import { isLanguage, type Language } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b/i;

/** `lang` and `dir` for words that may be in another language than what surrounds them. */
export function languageAttributes(own: string | null, surrounding: string): Html | '' {
  if (own === null || own === surrounding) return '';
  return isRightToLeft(own) ? html` lang="${own}" dir="rtl"` : html` lang="${own}"`;
}

export const isRightToLeft = (language: string | null) => language !== null && RIGHT_TO_LEFT.test(language);

/** What stands around a text speaks the text's language when it can, else the site's. */
export function furnitureLanguage(textLanguage: string | null, site: Language): Language {
  const primary = textLanguage?.split('-')[0]?.toLowerCase();
  return isLanguage(primary) ? primary : site;
}
