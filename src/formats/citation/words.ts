// The words citation styles prescribe, in the two languages citations are written in.
const MONTHS = {
  en: ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
  fr: ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
} as const;

export const WORDS = {
  en: {
    and: 'and',
    quoted: (title: string) => `“${title}”`,
    /** The point stands inside the marks. */
    quotedSentence: (title: string) => (/[.?!…]$/.test(title) ? `“${title}”` : `“${title}.”`),
    revision: 'revision',
    rev: 'rev.',
    published: 'published',
    paragraph: 'paragraph',
    par: 'par.',
    untitled: 'Untitled',
    translatedBy: 'Translated by',
  },
  fr: {
    and: 'et',
    quoted: (title: string) => `«\u00a0${title}\u00a0»`,
    quotedSentence: (title: string) => `«\u00a0${title}\u00a0».`,
    revision: 'révision',
    rev: 'rév.',
    published: 'publiée le',
    paragraph: 'paragraphe',
    par: 'par.',
    untitled: 'Sans titre',
    translatedBy: 'Traduction de',
  },
} as const;

/** `22 November 2026`, `22 novembre 2026`. */
export function longDate(iso: string, language: 'en' | 'fr'): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(iso));
}

/** `22 Nov. 2026`. */
export function shortDate(iso: string, language: 'en' | 'fr'): string {
  const date = new Date(iso);
  return `${date.getUTCDate()} ${MONTHS[language][date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The year a date of the work begins with; null when it is not known so well. */
export function yearOfWork(edtf: string | null): string | null {
  return /^-?\d{4}(?![\dX])/.exec(edtf ?? '')?.[0] ?? null;
}
