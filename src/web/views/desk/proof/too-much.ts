import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout } from '../layout.ts';
import { sayIn } from '../say.ts';

/** A text that proofing could not get through. */
export function tooMuchView(visit: Visit, text: DeskText, mistakes: readonly Mistake[]): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.proof', { title: text.title ?? say('desk.untitled') }),
    place: 'texts',
    body: html`${mistakeSummary(say, mistakes)}<p class="actions"><a href="/desk/texts/${text.textId}">${say('desk.edit.overview')}</a></p>`,
  });
}
