import { html } from 'hono/html';
import type { TextEntry } from '#domain/entry.ts';
import { type Language, translate } from '#locale/translate.ts';
import { formatDate } from '#text/format-date.ts';
import type { Html } from '../http/answer.ts';
import { readingMinutes } from './reading-time.ts';
import { languageAttributes } from './text-language.ts';

interface Entries {
  readonly entries: readonly TextEntry[];
  readonly language: Language;
  /** The level of each title among the page's headings. */
  readonly level: 2 | 3;
  /** Left out where the page is about that very author. */
  readonly withAuthors?: boolean;
}

/** Texts one under another, as a publisher's catalogue sets them. */
export function entryList({ entries, ...options }: Entries): Html {
  return html`<ol class="entries">
${entries.map((entry) => html`<li>${entryItem(entry, options)}</li>`)}
</ol>`;
}

function entryItem(entry: TextEntry, { language, level, withAuthors = true }: Omit<Entries, 'entries'>): Html {
  const title = html`<a href="/${entry.slug}"${languageAttributes(entry.language, language)}>${entry.title}</a>`;
  const facts = [
    withAuthors && entry.authors.join(', '),
    entry.date && formatDate(entry.date, language),
    translate(language, 'text.minutes', { count: readingMinutes(entry.words) }),
  ].filter(Boolean);
  return html`${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="facts">${facts.join(' · ')}</p>
${entry.excerpt ? html`<p class="excerpt"${languageAttributes(entry.language, language)}>${shortened(entry.excerpt)}</p>` : ''}`;
}

const EXCERPT_CHARACTERS = 190;

/** Cut at a word: the whole is a click away. */
function shortened(text: string): string {
  if (text.length <= EXCERPT_CHARACTERS) return text;
  const cut = text.lastIndexOf(' ', EXCERPT_CHARACTERS);
  return `${text.slice(0, cut > 0 ? cut : EXCERPT_CHARACTERS).replace(/[\s,;:.…–—-]+$/u, '')}…`;
}
