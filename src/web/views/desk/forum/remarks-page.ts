import { html } from 'hono/html';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout } from '../layout.ts';
import { sayIn } from '../say.ts';
import { type Remarks, remarksSection } from './remarks.ts';

export function remarksView(visit: Visit, { title, textId }: DeskText, remarks: Remarks): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: title ?? say('desk.untitled'),
    place: 'texts',
    body: html`<p class="lead"><a href="/desk/texts/${textId}">${say('desk.edit.overview')}</a></p>${mistakeSummary(say, remarks.mistakes ?? [])}
${remarksSection(visit, say, remarks)}`,
  });
}
