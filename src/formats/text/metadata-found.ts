import { EMPTY_METADATA, METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import type { Guess } from '#domain/reading.ts';
import { type FoundDate, findDate, wholeDate } from './dates.ts';
import type { LanguageFound } from './language.ts';
import { type MailLine, mailLine } from './mail.ts';
import type { FoundKey } from './metadata-keys.ts';
import { splitNames } from './names.ts';
import type { Posting } from './posting-line.ts';

interface Placed {
  readonly line: number;
  readonly text: string;
}

/** What is gathered about a text while its head and its tail are read: the first and surest word on each field is kept, the rest are alternatives. */
export interface MetadataFound {
  has(field: keyof Metadata): boolean;
  title(): string | null;
  lastDateHasWeekday(): boolean;
  addKey(key: FoundKey & Placed & { readonly next: string | null }): void;
  /** An item of a list that a key announced; false when none did. */
  addItem(text: string, line: number): boolean;
  addPosting(posting: Posting, line: number, text: string): void;
  addDate(date: FoundDate, line: number, text: string, onPage: boolean): void;
  addByline(
    byline: Placed & {
      readonly authors: readonly string[];
      readonly translators: readonly string[];
      readonly afterDate: boolean;
    },
  ): void;
  /** A line of a message's head: believed where the text says nothing itself. */
  addMail(key: FoundKey, line: number, text: string): void;
  addTitle(
    title: Placed & { readonly value: string; readonly confidence: number; readonly alternatives: readonly string[] },
  ): void;
  addSubtitle(value: string, line: number, title: string): void;
  /** "Hallow Point, 3 March 1911": the head of a letter, which stays in the text. */
  addDateline(date: FoundDate, line: number, text: string): void;
  addAuthor(name: string, line: number, confidence: number): void;
  addLanguage(language: LanguageFound): void;
  result(): { readonly metadata: Metadata; readonly guesses: readonly Guess[]; readonly problems: readonly Problem[] };
}

type Field = keyof Metadata;
type Value = string | readonly string[];

interface State {
  readonly values: Map<Field, Value>;
  readonly guesses: Map<Field, Guess>;
  readonly problems: Problem[];
  readonly language: string | null;
  listKey: { readonly field: Field; readonly line: number } | null;
  weekday: boolean;
  readonly mail: (MailLine & Placed)[];
}

export function gatherMetadata(language: string | null): MetadataFound {
  const state: State = {
    values: new Map(),
    guesses: new Map(),
    problems: [],
    language,
    listKey: null,
    weekday: false,
    mail: [],
  };
  return {
    has: (field) => state.values.has(field),
    title: () => (state.values.get('title') as string | undefined) ?? null,
    lastDateHasWeekday: () => state.weekday,
    addKey: (key) => addKey(state, key),
    addItem: (text, line) => addItem(state, text, line),
    addPosting: (posting, line, text) => addPosting(state, posting, { line, text }),
    addDate: (date, line, text, onPage) => addDate(state, date, { line, text }, onPage),
    addMail: (key, line, text) => {
      const said = mailLine(key);
      if (said) state.mail.push({ ...said, line, text });
    },
    addByline: (byline) => addByline(state, byline),
    addTitle: ({ value, line, text, confidence, alternatives }) =>
      put(state, 'title', value, { line, text }, confidence, alternatives),
    addSubtitle: (value, line, title) =>
      put(state, 'subtitle', value.replace(/^\((.*)\)$/, '$1'), { line, text: value }, 0.6, [title]),
    addDateline: (date, line, text) => propose(state, 'written', date.value, { line, text }),
    addAuthor: (name, line, confidence) =>
      putNames(state, 'authors', [unPunctuated(name)], { line, text: name }, confidence),
    addLanguage: ({ language: value, confidence, runnerUp }) =>
      put(state, 'language', value, { line: 1, text: '' }, confidence, runnerUp ? [runnerUp] : []),
    result: () => resultOf(state),
  };
}

const unPunctuated = (name: string): string =>
  name
    .replace(/[,;:]$/, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
    .trim();

function put(
  state: State,
  field: Field,
  value: Value,
  at: Placed,
  confidence: number,
  alternatives: readonly string[] = [],
): void {
  const before = state.guesses.get(field);
  const shown = typeof value === 'string' ? value : value.join('; ');
  // What a key says is surer than what a place suggests.
  const outdone = before !== undefined && before.value !== shown && confidence > before.confidence + 0.04;
  if (before && !outdone) {
    if (before.value !== shown) state.guesses.set(field, { ...before, alternatives: [...before.alternatives, shown] });
    return;
  }
  state.values.set(field, value);
  const evidence = { line: at.line, excerpt: at.text.slice(0, 160) };
  const others = outdone ? [...alternatives, ...(before.value === null ? [] : [before.value])] : alternatives;
  state.guesses.set(field, { what: field, value: shown, evidence, confidence, alternatives: others });
}

/** Not known, but likely enough to be offered: the date a letter bears. */
function propose(state: State, field: Field, value: string, at: Placed): void {
  if (state.guesses.has(field)) return;
  const evidence = { line: at.line, excerpt: at.text.slice(0, 160) };
  state.guesses.set(field, { what: field, value: null, evidence, confidence: 0.5, alternatives: [value] });
}

function putNames(state: State, field: Field, names: readonly string[], at: Placed, confidence: number): void {
  put(state, field, names, at, confidence);
}

const HOLDS: ReadonlyMap<string, string> = new Map(METADATA_FIELDS.map((field) => [field.name, field.holds]));

function addKey(state: State, key: FoundKey & Placed & { readonly next: string | null }): void {
  state.listKey = null;
  const value = key.value.replace(/^["“«]\s?(.*?)\s?["”»]$/, '$1').trim();
  if (key.field === null) return;
  if (value === '') {
    state.listKey = { field: key.field, line: key.line };
    if (HOLDS.get(key.field) !== 'list' && key.next && key.next.length < 120)
      addKeyed(state, key.field, key.next.trim(), key);
    return;
  }
  addKeyed(state, key.field, value, key);
}

function addKeyed(state: State, field: Field, value: string, key: FoundKey & Placed): void {
  const holds = HOLDS.get(field);
  if (field === 'translators') addTranslation(state, value, key);
  else if (holds === 'date') addKeyedDate(state, field, value, key);
  else put(state, field, keyedValue(field, value), key, KEYED_CONFIDENCE[field] ?? 0.85);
}

const KEYED_CONFIDENCE: Partial<Record<Field, number>> = {
  title: 0.93,
  authors: 0.93,
  transcriber: 0.9,
  postedBy: 0.9,
  language: 0.95,
};

function keyedValue(field: Field, value: string): Value {
  if (field === 'transcriber' || field === 'postedBy') return namesOnly(value);
  if (field === 'language') return languageCode(value);
  return HOLDS.get(field) === 'list' ? listOf(value, field) : value;
}

/** "by Anna Weil, 1940": who and when. */
function addTranslation(state: State, value: string, key: Placed): void {
  const date = findDate(value, state.language);
  if (date) put(state, 'translated', date.value, key, 0.8);
  const names = splitNames(
    namesOnly(date ? `${value.slice(0, date.start)}`.replace(/[\s,(]+(?:in|en|on)?\s*$/i, '') : value),
  );
  if (names.length > 0) putNames(state, 'translators', names, key, 0.88);
}

const namesOnly = (value: string): string =>
  value
    .replace(/^(?:by|par|for|pour|from the \p{L}+ by|de l['’]\p{L}+ par|du \p{L}+ par)\s+/iu, '')
    .replace(/\s+(?:à|at|le|on)\s+\d.*$/iu, '')
    .replace(/\s+(?:for|pour|in|en|from|on|de l[’']|du site)\s.*$/iu, '')
    .replace(/[.,;]+$/, '')
    .replace(/[\s,(]+(?:\p{L}+\s)?\d{4}\)?$/u, '')
    .trim();

function addKeyedDate(state: State, field: Field, value: string, key: FoundKey & Placed): void {
  const date = findDate(value, state.language);
  const target: Field = key.key === 'date' && date && Number(date.value.slice(0, 4)) >= 1995 ? 'online' : field;
  if (date)
    put(state, target, date.value, key, key.key === 'date' ? 0.7 : 0.9, date.alternative ? [date.alternative] : []);
  if (
    field === 'firstPublished' &&
    (!date || value.length > date.end - date.start + 8) &&
    !state.values.has('source')
  ) {
    const source = value.replace(/[;.]$/, '');
    if (!wholeDate(value) && source.length > 12) put(state, 'source', source, key, 0.5);
  }
}

const listOf = (value: string, field: Field): readonly string[] => {
  const plain = value.replace(/^\[(.*)\]$/, '$1').replace(/["']/g, (sign) => (sign === '"' ? '' : sign));
  if (field === 'authors' || field === 'editors') {
    const turned = /^([^,]+), ([^,]+)$/.exec(plain);
    const names = splitNames(namesOnly(plain), 0.2);
    if (turned && names.some((name) => !name.includes(' '))) return [`${turned[2]} ${turned[1]}`];
    return names.length > 0 ? names : [namesOnly(plain)];
  }
  return plain.split(/\s*[,;]\s*/).filter((item) => item !== '');
};

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  anglais: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  german: 'de',
  allemand: 'de',
  spanish: 'es',
  espagnol: 'es',
  italian: 'it',
  italien: 'it',
};
const languageCode = (value: string): string => LANGUAGE_NAMES[value.toLowerCase()] ?? value.toLowerCase().slice(0, 12);

function addItem(state: State, text: string, line: number): boolean {
  if (!state.listKey) return false;
  const { field } = state.listKey;
  const values = state.values.get(field);
  if (HOLDS.get(field) !== 'list') return false;
  state.guesses.delete(field);
  put(
    state,
    field,
    [...(Array.isArray(values) ? (values as string[]) : []), text.replace(/^["'](.*)["']$/, '$1')],
    { line, text },
    0.9,
  );
  return true;
}

function addPosting(state: State, { date, names }: Posting, at: Placed): void {
  const confidence =
    date.weekdayAgrees === true ? 0.97 : date.weekdayAgrees === false ? 0.6 : date.alternative ? 0.6 : 0.85;
  put(state, 'online', date.value, at, confidence, date.alternative ? [date.alternative] : []);
  if (date.weekdayAgrees === false) {
    const problem = {
      code: 'weekday-disagrees',
      message: 'The weekday is not that of the date.',
      values: { date: date.value },
      line: at.line,
    };
    state.problems.push(problem);
  }
  if (names.length > 0) put(state, 'postedBy', names.join(', '), at, date.weekdayAgrees === true ? 0.92 : 0.8);
}

/** A date by itself: with its weekday, or on a copied page, when it was put online; otherwise when it was written. */
function addDate(state: State, date: FoundDate, at: Placed, onPage: boolean): void {
  state.weekday = date.weekdayAgrees !== null;
  const online = date.value.length === 10 && Number(date.value.slice(0, 4)) >= 1995;
  const field: Field = online ? 'online' : 'written';
  put(
    state,
    field,
    date.value,
    at,
    online ? (state.weekday ? 0.85 : onPage ? 0.7 : 0.6) : 0.6,
    date.alternative ? [date.alternative] : [],
  );
}

function addByline(
  state: State,
  { authors, translators, afterDate, line, text }: Parameters<MetadataFound['addByline']>[0],
): void {
  const at = { line, text };
  if (afterDate) put(state, 'postedBy', authors.join(', '), at, 0.75, []);
  else putNames(state, 'authors', authors, at, 0.88);
  if (translators.length > 0) putNames(state, 'translators', translators, at, 0.85);
}

/** A message that brings no text with a title is the text itself: its subject is the title, its sender the author. */
function settleMail(state: State): void {
  if (state.values.has('title') || state.values.has('authors')) return;
  if (!state.mail.some(({ field }) => field === 'title')) return;
  for (const { field, value, line, text } of state.mail)
    put(state, field, field === 'authors' ? [value] : value, { line, text }, 0.65);
}

function resultOf(state: State): ReturnType<MetadataFound['result']> {
  settleMail(state);
  const metadata: Record<string, unknown> = { ...EMPTY_METADATA };
  for (const [field, value] of state.values) metadata[field] = value;
  return { metadata: metadata as unknown as Metadata, guesses: [...state.guesses.values()], problems: state.problems };
}
