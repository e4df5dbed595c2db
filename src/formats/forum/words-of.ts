// The fields people filled in, as they are kept here: of their markup only what the forum has, of their signs only what can be seen.
import { LONGEST } from '#domain/contribution.ts';
import type { Problem } from '#domain/problem.ts';
import { repairMojibake } from '../mojibake.ts';
import { FORUM_LIMITS } from './imported.ts';
import { htmlToPlain } from './plain/html-to-plain.ts';

export interface WordsAsWritten {
  readonly name: string | null | undefined;
  readonly email: string | null | undefined;
  readonly subject: string | null | undefined;
  readonly body: string | null | undefined;
}

export interface ImportedWords {
  readonly name: string;
  readonly email: string | null;
  readonly subject: string | null;
  readonly body: string;
  readonly problems: readonly Problem[];
}

export interface HowToRead {
  readonly toPlain: (body: string) => string;
  /** For name and subject; as HTML unless said otherwise. */
  readonly fieldToPlain?: (field: string | null | undefined) => string;
  readonly line: number | null;
}

/** Fields of a comment as written, with `toPlain` for its body. Whatever had to be changed or cut is a problem at `line`. */
export function wordsOf(written: WordsAsWritten, { toPlain, fieldToPlain = oneLine, line }: HowToRead): ImportedWords {
  const problems: Problem[] = [];
  const note = (code: string, message: string) => problems.push({ code, message, line });
  const raw = written.body ?? '';
  if (raw.length > FORUM_LIMITS.body) note('forum-body-cut', `A body was cut at ${FORUM_LIMITS.body} characters.`);
  const [name, subject] = [fieldToPlain(written.name), fieldToPlain(written.subject)];
  const body = tidy(toPlain(raw.slice(0, FORUM_LIMITS.body)));
  const repaired = [name, subject, body].map(repairMojibake);
  if (repaired.some((one) => one.problems.length > 0))
    note('forum-mojibake', 'UTF-8 once read as Windows-1252 was put right.');
  const [fullName, fullSubject, fullBody] = repaired.map(({ text }) => text) as [string, string, string];
  if (fullName.length > LONGEST.name) note('forum-name-cut', `A name was cut at ${LONGEST.name} characters.`);
  if (fullSubject.length > LONGEST.subject)
    note('forum-subject-cut', `A subject was cut at ${LONGEST.subject} characters.`);
  if (fullBody.length > LONGEST.body) note('forum-body-cut', `A body was cut at ${LONGEST.body} characters.`);
  return {
    name: cut(fullName, LONGEST.name),
    email: emailOf(written.email),
    subject: cut(fullSubject, LONGEST.subject) || null,
    body: cut(fullBody, LONGEST.body),
    problems,
  };
}

/** A title or a name in HTML: one line without markup. */
export function oneLine(written: string | null | undefined): string {
  if (!written || !/[<&]/.test(written)) return onePlainLine(written);
  return onePlainLine(htmlToPlain(written.slice(0, 4000), { newlines: 'spaces', marks: false }));
}

export const onePlainLine = (written: string | null | undefined) =>
  withoutSteering(written ?? '')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim();

/** Controls and signs that turn the direction of writing go; line ends are one kind; paragraphs are one blank line apart. */
export function tidy(text: string): string {
  const lines = withoutSteering(text.replace(/\r\n?/g, '\n')).split('\n');
  // Not by a pattern: one that looks for spaces before a line's end takes quadratic time on spaces that are before none.
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const withoutSteering = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '');

/** Never between the halves of one sign. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

function emailOf(written: string | null | undefined): string | null {
  const email = written?.trim() ?? '';
  return email.length <= LONGEST.email && /^[^\s@<>"\p{C}]+@[^\s@<>"\p{C}]+$/u.test(email) ? email : null;
}
