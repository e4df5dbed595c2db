import type { ForumMode, Words } from '#domain/contribution.ts';
import type { Result } from '#domain/result.ts';
import type { Context } from './context.ts';
import type { TypedPlace } from './contribution-place.ts';
import { checkEmail, mistakesInWords, type TypedWords, tidyWords } from './contribution-words.ts';
import { canAsk } from './mailbox-ask.ts';

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

/** All that is wrong with it at once, or what will be kept: no address where no mail can be sent. */
export function checkContribution(
  context: Context,
  { typed, mode }: { readonly typed: TypedContribution; readonly mode: ForumMode },
): Result<Checked> {
  const words = tidyWords(typed);
  const given = canAsk(context) ? typed.email : '';
  const email = checkEmail(given, { isNeeded: mode === 'subscription' && canAsk(context) });
  const mistakes = [...mistakesInWords(words), ...(email.ok ? [] : email.mistakes)];
  if (!email.ok || mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, value: { words, email: email.value } };
}
