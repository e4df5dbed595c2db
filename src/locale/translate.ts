import { access as accessEn } from './en/access.ts';
import { cli as cliEn } from './en/cli.ts';
import { desk as deskEn } from './en/desk.ts';
import { forum as forumEn } from './en/forum.ts';
import { mail as mailEn } from './en/mail.ts';
import { mistakes as mistakesEn } from './en/mistakes.ts';
import { moderation as moderationEn } from './en/moderation.ts';
import { pages as pagesEn } from './en/pages.ts';
import { problems as problemsEn } from './en/problems.ts';
import { proof as proofEn } from './en/proof.ts';
import { queue as queueEn } from './en/queue.ts';
import { triage as triageEn } from './en/triage.ts';
import { access as accessFr } from './fr/access.ts';
import { cli as cliFr } from './fr/cli.ts';
import { desk as deskFr } from './fr/desk.ts';
import { forum as forumFr } from './fr/forum.ts';
import { mail as mailFr } from './fr/mail.ts';
import { mistakes as mistakesFr } from './fr/mistakes.ts';
import { moderation as moderationFr } from './fr/moderation.ts';
import { pages as pagesFr } from './fr/pages.ts';
import { problems as problemsFr } from './fr/problems.ts';
import { proof as proofFr } from './fr/proof.ts';
import { queue as queueFr } from './fr/queue.ts';
import { triage as triageFr } from './fr/triage.ts';
import type { Message } from './message.ts';

const EN = {
  ...accessEn,
  ...cliEn,
  ...deskEn,
  ...mistakesEn,
  ...moderationEn,
  ...pagesEn,
  ...problemsEn,
  ...proofEn,
  ...forumEn,
  ...mailEn,
  ...queueEn,
  ...triageEn,
};
export type MessageKey = keyof typeof EN;

type Messages = Readonly<Record<MessageKey, Message>>;
const FR: Messages = {
  ...accessFr,
  ...cliFr,
  ...deskFr,
  ...mistakesFr,
  ...moderationFr,
  ...pagesFr,
  ...problemsFr,
  ...proofFr,
  ...forumFr,
  ...mailFr,
  ...queueFr,
  ...triageFr,
};

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export const CATALOGUE: Readonly<Record<Language, Messages>> = { en: EN, fr: FR };
export type Values = Readonly<Record<string, string | number>>;
const PLURALS = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };
const NUMBERS = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };

/** The message in that language with its values put in; numbers are grouped as the language does. Plain text: whoever puts it into HTML escapes it. */
export function translate(language: Language, key: MessageKey, values: Values = {}): string {
  const message = CATALOGUE[language][key];
  const chosen = typeof message === 'string' ? message : message[categoryOf(language, values)];
  return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? NUMBERS[language].format(value) : value;
  });
}

/** True for a key that came as data (a stored mistake's, a problem's code) and does stand in the catalogue. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(EN, key);
}

function categoryOf(language: Language, values: Values): 'one' | 'other' {
  return PLURALS[language].select(Number(values.count ?? 2)) === 'one' ? 'one' : 'other';
}
