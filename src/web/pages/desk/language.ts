import { Refusal } from '#domain/refusal.ts';
import { isLanguage } from '#locale/translate.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import { languageCookie } from '#web/http/cookies.ts';
import type { Visit } from '#web/http/route.ts';

/** Remembers the language chosen and goes back to the page it was chosen on. */
export async function chooseLanguage(visit: Visit): Promise<Answer> {
  const { language } = visit.params;
  if (!isLanguage(language)) throw new Refusal('not-found');
  const back = visit.query.get('back') ?? '';
  return redirect(/^\/(?:desk|claim)(?:[/?][\w\-./?=&%]*)?$/.test(back) ? back : '/desk', [languageCookie(language)]);
}
