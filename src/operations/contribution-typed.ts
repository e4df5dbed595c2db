import type { ForumMode, Words } from '#domain/contribution.ts';
import type { Result } from '#domain/result.ts';
import type { TypedPlace } from './contribution-place.ts';
import { checkEmail, mistakesInWords, type TypedWords, tidyWords } from './contribution-words.ts';

/** The form under a text, as it was sent. */
export interface TypedContribution extends TypedWords, TypedPlace {
  /** Empty for none. */
  readonly email: string;
  /** Whether they want to be told what becomes of it. */
  readonly notify: boolean;
}

export interface Checked {
  readonly words: Words;
  readonly email: string | null;
}

/** All that is wrong with it at once, or what will be kept. */
export function checkContribution(typed: TypedContribution, { mode }: { readonly mode: ForumMode }): Result<Checked> {
  const words = tidyWords(typed);
  const email = checkEmail(typed.email, { isNeeded: mode === 'subscription' });
  const mistakes = [...mistakesInWords(words), ...(email.ok ? [] : email.mistakes)];
  if (!email.ok || mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, value: { words, email: email.value } };
}
