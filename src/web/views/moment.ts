import type { Language } from '#locale/translate.ts';

const LONG = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `22 November 2026`: the day of a moment, in UTC. */
export const longDate = (iso: string, language: Language) => LONG[language].format(new Date(iso));
