import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { ForumSettings } from '#operations/reads/forum-settings.ts';
import type { TriageWords } from '#operations/reads/triage-words.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout } from '../layout.ts';
import { sayIn } from '../say.ts';
import { groundsForm } from './grounds.ts';
import { siteModeForm } from './modes.ts';
import { listsForm, triageSection } from './triage.ts';

export interface ForumPage {
  readonly settings: ForumSettings;
  readonly triage: TriageWords;
  readonly mistakes?: readonly Mistake[];
}

/** How the forum is kept: when contributions appear, the reasons for refusing, what triage goes by. */
export function forumSettingsView(visit: Visit, { settings, triage, mistakes = [] }: ForumPage): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.forum'),
    place: 'forum',
    body: html`<p class="lead">${say('desk.forum.lead')}</p>${mistakeSummary(say, mistakes)}
${siteModeForm(visit, say, settings)}
${groundsForm(visit, say, settings.grounds)}
${listsForm(visit, say, settings, mistakes)}
${triageSection(visit, say, triage)}
<section class="panel" aria-labelledby="access"><h2 id="access">${say('desk.forum.access')}</h2><p><a href="/desk/access">${say('desk.forum.access.link')}</a></p></section>`,
  });
}
