import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { allTheSame } from './proof/all-the-same.ts';
import { sayIn } from './say.ts';

export interface Propose {
  readonly text: DeskText;
  readonly version: number;
  readonly certain: number;
  readonly mistakes: readonly Mistake[];
}

/** Stands between an editor and a proposal only while certain findings are unanswered. */
export function proposeView(visit: Visit, { text, version, certain, mistakes }: Propose): Html {
  const say = sayIn(visit.language);
  const at = `/desk/texts/${text.textId}`;
  return deskLayout(visit, {
    title: say('desk.propose', { title: text.title ?? say('desk.untitled') }),
    place: 'texts',
    narrow: true,
    body: html`${mistakeSummary(say, mistakes)}
<form method="post" action="${at}/propose" class="panel">${formToken(visit)}<input type="hidden" name="version" value="${version}">
${allTheSame(say, { textId: text.textId, certain, label: say('desk.propose.all-the-same') })}
<div class="actions"><button type="submit" class="main">${say('desk.propose.do')}</button><a class="button" href="${at}/edit">${say('desk.publish.edit')}</a></div></form>`,
  });
}
