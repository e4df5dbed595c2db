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

const TIME = {
  en: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone: 'UTC' }),
};
const DAY_OF_YEAR = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};

/** `19:50` today, `22 Nov` before: for lists, where the whole moment stands elsewhere. In UTC. */
export function shortMoment(iso: string, now: Date, language: Language): string {
  const isToday = iso.slice(0, 10) === now.toISOString().slice(0, 10);
  return (isToday ? TIME : DAY_OF_YEAR)[language].format(new Date(iso));
}
