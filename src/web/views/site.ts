import type { Language } from '#locale/translate.ts';
import type { Assets } from '../http/assets.ts';
import type { Visit } from '../http/route.ts';

/** What every page needs to know of the site it stands in. */
export interface Site {
  readonly name: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly language: Language;
  /** Without it nobody is asked for an address. */
  readonly hasMail: boolean;
  readonly assets: Assets;
}

export function siteOf({ context, assets }: Pick<Visit, 'context' | 'assets'>): Site {
  const { siteName, publicUrl, siteLanguage, smtpUrl } = context.settings;
  return { name: siteName, publicUrl, language: siteLanguage, hasMail: smtpUrl !== undefined, assets };
}
