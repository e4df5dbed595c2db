import { LONGEST, type Words } from '#domain/contribution.ts';
import type { Mistake, Result } from '#domain/result.ts';
import { countHidden } from '#triage/count-hidden.ts';
import { normalise } from '#triage/normalise.ts';

export interface TypedWords {
  readonly name: string;
  /** Empty for none. */
  readonly subject: string;
  readonly body: string;
}

/** What was typed as it will be kept, read and hashed: the same on preview, sending and edit. */
export function tidyWords({ name, subject, body }: TypedWords): Words {
  return { name: tidyLine(name), subject: tidyLine(subject) || null, body: tidyBody(body) };
}

export const tidyLine = (text: string) => normalise(text).replace(/\s+/g, ' ').trim();

/** At most two blank lines together, none before or after, nothing unseen at the end of a line. */
const tidyBody = (text: string) =>
  normalise(text)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+|\n+$/g, '');

/** What tidying takes out unseen; triage is told. */
export const hiddenIn = ({ name, subject, body }: TypedWords) => countHidden([name, subject, body].join('\n'));

export function mistakesInWords({ name, subject, body }: Words): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (!isVisible(name)) mistakes.push({ field: 'name', key: 'mistake.contribution-name' });
  if (!isVisible(body)) mistakes.push({ field: 'body', key: 'mistake.contribution-body' });
  for (const [field, text] of Object.entries({ name, subject: subject ?? '', body })) {
    const count = LONGEST[field as keyof TypedWords];
    if (text.length > count) mistakes.push({ field, key: 'mistake.contribution-long', values: { count } });
  }
  return mistakes;
}

/** At least one sign that can be seen: letters, figures, marks, symbols. */
const isVisible = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Null for none given. */
export function checkEmail(typed: string, { isNeeded }: { readonly isNeeded: boolean }): Result<string | null> {
  const email = typed.trim().normalize('NFC');
  if (email === '' && !isNeeded) return { ok: true, value: null };
  if (email === '') return { ok: false, mistakes: [{ field: 'email', key: 'mistake.contribution-email-needed' }] };
  if (email.length <= LONGEST.email && EMAIL.test(email)) return { ok: true, value: email };
  return { ok: false, mistakes: [{ field: 'email', key: 'mistake.contribution-email' }] };
}

/** One mailbox, without the signs that would make it several, or a header, and without any that cannot be seen. */
const EMAIL = /^[^\s@<>()[\],;:"\\\p{C}]+@[^\s@<>()[\],;:"\\\p{C}.]+(?:\.[^\s@<>()[\],;:"\\\p{C}.]+)+$/u;
