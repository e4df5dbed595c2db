import { html } from 'hono/html';
import { FORUM_MODES, type ForumMode, MODE_SCOPES } from '#domain/contribution.ts';
import type { ForumSettings } from '#operations/reads/forum-settings.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

/** When contributions appear, and which texts a change of it reaches. */
export function siteModeForm(
  visit: Visit,
  say: Say,
  { mode, ownModes }: Pick<ForumSettings, 'mode' | 'ownModes'>,
): Html {
  const own = FORUM_MODES.filter((each) => ownModes[each] > 0);
  return html`<section class="panel" aria-labelledby="mode"><h2 id="mode">${say('desk.forum.mode')}</h2>
<form method="post" action="/desk/forum/mode">${formToken(visit)}
<fieldset><legend>${say('desk.forum.mode.which')}</legend>${FORUM_MODES.map(
    (each) =>
      html`<p><label class="choice"><input type="radio" name="mode" value="${each}"${each === mode ? html` checked` : ''}><span>${say(`desk.forum.mode.${each}`)} <span class="hint">${say(`desk.forum.mode.${each}.hint`)}</span></span></label></p>`,
  )}</fieldset>
<fieldset><legend>${say('desk.forum.scope')}</legend>${MODE_SCOPES.map(
    (scope) =>
      html`<p><label class="choice"><input type="radio" name="scope" value="${scope}"${scope === 'future' ? html` checked` : ''}> ${say(`desk.forum.scope.${scope}`)}</label></p>`,
  )}</fieldset>
${own.length === 0 ? '' : html`<p class="quiet">${say('desk.forum.own-modes', { list: own.map((each) => say('desk.forum.own-mode', { mode: say(`desk.forum.mode.${each}`), count: ownModes[each] })).join(' · ') })}</p>`}
<div class="actions"><button type="submit" class="main">${say('desk.forum.mode.do')}</button></div></form></section>`;
}

interface TextMode {
  readonly textId: string;
  /** Null where it follows the site. */
  readonly mode: ForumMode | null;
  readonly siteMode: ForumMode;
}

export function textModeForm(visit: Visit, say: Say, { textId, mode, siteMode }: TextMode): Html {
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : ''}>${label}</option>`;
  return html`<form method="post" action="/desk/texts/${textId}/forum" class="actions">${formToken(visit)}
<label for="forum-mode">${say('desk.forum.text-mode')}</label><select id="forum-mode" name="mode">
${option('', say('desk.forum.as-site', { mode: say(`desk.forum.mode.${siteMode}`) }), mode === null)}${FORUM_MODES.map((each) => option(each, say(`desk.forum.mode.${each}`), each === mode))}</select>
<button type="submit">${say('desk.forum.text-mode.do')}</button></form>`;
}
