import type { Dice } from './dice.ts';

export const iso = (day: Date): string => day.toISOString().slice(0, 10);

// biome-ignore format: a row a language
const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
};
const WEEKDAYS = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
};

/** Whose words: the language, and the dice for its several ways. */
export interface Speech {
  readonly english: boolean;
  readonly dice: Dice;
}

/** "Tuesday 9 January 2024", "mardi 9 janvier 2024". */
export function weekdayDate({ day, english }: { day: Date; english: boolean }): string {
  return english
    ? `${WEEKDAYS.en[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS.en[day.getUTCMonth()]} ${day.getUTCFullYear()}`
    : `${WEEKDAYS.fr[day.getUTCDay()]} ${frenchDay(day)} ${MONTHS.fr[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "9 January 2024", "9 janvier 2024". */
export const plainDate = (scene: { day: Date; english: boolean }): string =>
  weekdayDate(scene).replace(/^\p{L}+ /u, '');

export function inWords(day: Date, { english, dice }: Speech): string {
  const [d, m, y] = [day.getUTCDate(), day.getUTCMonth(), day.getUTCFullYear()];
  if (!english) return `${frenchDay(day)} ${MONTHS.fr[m]} ${y}`;
  return dice.pick([
    `${d} ${MONTHS.en[m]} ${y}`,
    `${MONTHS.en[m]} ${d}, ${y}`,
    `${d}${ordinal(d)} ${MONTHS.en[m]} ${y}`,
  ]);
}

export function edtfInWords(date: string, { english, dice }: Speech): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  if (month === undefined) return dice.chance(0.2) && english ? `in ${year}` : String(year);
  if (day === undefined) return `${MONTHS[english ? 'en' : 'fr'][month - 1]} ${year}`;
  return inWords(new Date(Date.UTC(year!, month - 1, day)), { english, dice });
}

const frenchDay = (day: Date): string => (day.getUTCDate() === 1 ? '1er' : String(day.getUTCDate()));
const ordinal = (d: number): string =>
  d % 10 === 1 && d !== 11 ? 'st' : d % 10 === 2 && d !== 12 ? 'nd' : d % 10 === 3 && d !== 13 ? 'rd' : 'th';
