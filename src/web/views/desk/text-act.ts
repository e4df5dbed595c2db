// The pages that ask before something public changes or something goes: one form each, one act.

import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import { WITHDRAWAL_GROUNDS } from '#domain/withdrawal.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { type Say, sayIn } from './say.ts';

export interface Typed {
  readonly text: DeskText;
  readonly typed?: URLSearchParams;
  readonly mistakes?: readonly Mistake[];
}

export function deleteView(visit: Visit, { text }: Typed): Html {
  const say = sayIn(visit.language);
  return actPage(visit, say, {
    text,
    title: say('desk.delete', titled(say, text)),
    lead: say(text.number > 0 ? 'desk.delete.draft' : 'desk.delete.whole'),
    action: 'delete',
    label: say('desk.delete.do'),
    isDangerous: true,
    fields: html`<input type="hidden" name="version" value="${text.draft?.version ?? 0}">`,
  });
}

export function withdrawView(visit: Visit, { text, typed, mistakes = [] }: Typed): Html {
  const say = sayIn(visit.language);
  return actPage(visit, say, {
    text,
    mistakes,
    title: say('desk.withdraw', titled(say, text)),
    lead: say('desk.withdraw.lead'),
    action: 'withdraw',
    label: say('desk.withdraw.do'),
    isDangerous: true,
    fields: html`<div class="field"><label for="field-ground">${say('desk.withdraw.ground')}</label>
<select id="field-ground" name="ground">${WITHDRAWAL_GROUNDS.map((ground) => html`<option value="${ground}"${ground === typed?.get('ground') ? html` selected` : ''}>${say(`desk.ground.${ground}`)}</option>`)}</select></div>
${textField(say, { name: 'reason', label: say('desk.withdraw.reason'), hint: say('desk.withdraw.reason.hint'), value: typed?.get('reason') ?? '', lines: 3 }, mistakes)}`,
  });
}

export function restoreView(visit: Visit, { text, mistakes = [] }: Typed): Html {
  const say = sayIn(visit.language);
  return actPage(visit, say, {
    text,
    mistakes,
    title: say('desk.restore', titled(say, text)),
    lead: say('desk.restore.lead'),
    action: 'restore',
    label: say('desk.restore.do'),
    fields: html``,
  });
}

export function renameView(visit: Visit, { text, typed, mistakes = [] }: Typed): Html {
  const say = sayIn(visit.language);
  const hint = say('desk.publish.slug.hint', { url: visit.context.settings.publicUrl });
  return actPage(visit, say, {
    text,
    mistakes,
    title: say('desk.rename', titled(say, text)),
    lead: say('desk.rename.lead'),
    action: 'rename',
    label: say('desk.rename.do'),
    fields: textField(
      say,
      {
        name: 'slug',
        label: say('desk.publish.slug'),
        hint,
        value: typed?.get('slug') ?? text.slug ?? '',
        autocomplete: 'off',
      },
      mistakes,
    ),
  });
}

interface Act {
  readonly text: DeskText;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly label: string;
  readonly fields: Html;
  readonly mistakes?: readonly Mistake[];
  readonly isDangerous?: boolean;
}

function actPage(
  visit: Visit,
  say: Say,
  { text, title, lead, action, label, fields, mistakes = [], isDangerous = false }: Act,
): Html {
  const at = `/desk/texts/${text.textId}`;
  return deskLayout(visit, {
    title,
    place: 'texts',
    narrow: true,
    body: html`<p class="lead">${lead}</p>${mistakeSummary(say, mistakes)}
<form method="post" action="${at}/${action}" class="panel">${formToken(visit)}${fields}
<div class="actions"><button type="submit" class="${isDangerous ? 'danger' : 'main'}">${label}</button><a class="button" href="${at}">${say('desk.cancel')}</a></div></form>`,
  });
}

function titled(say: Say, text: DeskText): { readonly title: string } {
  return { title: text.title ?? say('desk.untitled') };
}
