import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';

const MONTHS = {
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};
const SHORT_EN = 'jan feb mar apr may jun jul aug sept oct nov dec'.split(' ');
const DAYS = {
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
};
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Before it, a country may have kept the other calendar: the weekday proves nothing. */
const FIRST_SURE_YEAR = { en: 1753, fr: 1583 };
const DATE = {
  en: /\b(?:(sunday|monday|tuesday|wednesday|thursday|friday|saturday),?\s+(?:the\s+)?)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(january|february|march|april|may|june|july|august|september|october|november|december)|(january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)\s+(\d{1,2})(?:st|nd|rd|th)?)(?!\d)(?:,?\s+(\d{4}))?/gi,
  fr: /(?<!\p{L})(?:(dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi)\s+)?(\d{1,2})(?:er)?\s+(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)()()(?:\s+(\d{4}))?/giu,
};

/** A day that its month has not, or a weekday that was not that day's. */
export const impossibleDate: Check = {
  code: 'impossible-date',
  area: 'numbers',
  *find({ text, language }: ProofText) {
    for (const match of text.matchAll(DATE[language])) {
      const question = ask(match, language);
      if (question) yield question;
    }
  },
};

function ask(match: RegExpExecArray, language: 'en' | 'fr'): Question | null {
  const [date, weekday, dayFirst, monthFirst, monthThen, dayThen, year] = match;
  const month = monthOf(monthFirst || monthThen || '', language);
  const day = Number(dayFirst || dayThen);
  if (month < 0) return null;
  const place = { start: match.index, end: match.index + date.length, suggestion: null };
  if (day === 0 || day > LENGTHS[month]!)
    return day > 31 && year === undefined
      ? null
      : { ...place, confidence: 0.93, because: 'day', evidence: { date, days: LENGTHS[month]! } };
  if (year === undefined) return null;
  if (month === 1 && day === 29 && !isLeap(Number(year)))
    return { ...place, confidence: 0.93, because: 'leap', evidence: { date, year } };
  if (weekday === undefined || Number(year) < FIRST_SURE_YEAR[language]) return null;
  const was = DAYS[language][new Date(Date.UTC(Number(year), month, day)).getUTCDay()]!;
  return was === weekday.toLowerCase()
    ? null
    : { ...place, confidence: 0.8, because: 'weekday', evidence: { date, weekday: was } };
}

function monthOf(name: string, language: 'en' | 'fr'): number {
  const plain = name.toLowerCase().replace('.', '');
  const whole = MONTHS[language].indexOf(plain);
  return whole >= 0 ? whole : SHORT_EN.indexOf(plain);
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
