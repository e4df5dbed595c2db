import type { Language } from '#locale/translate.ts';

const SHORT = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
};

/** `22 Nov 2026, 19:50`, in UTC. */
export const dayAndTime = (iso: string, language: Language) => SHORT[language].format(new Date(iso));

const DAY = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeZone: 'UTC' }),
};

/** `22 Nov 2026`, in UTC. */
export const day = (iso: string, language: Language) => DAY[language].format(new Date(iso));
