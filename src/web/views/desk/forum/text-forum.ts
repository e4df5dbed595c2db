import { html } from 'hono/html';
import type { ForumMode } from '#domain/contribution.ts';
import type { Remark } from '#operations/reads/editor-remarks.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import type { Say } from '../say.ts';
import { textModeForm } from './modes.ts';
import { remarksSection } from './remarks.ts';

export interface TextForum {
  /** Null for whoever does not keep the forum. */
  readonly mode: { readonly mode: ForumMode | null; readonly siteMode: ForumMode } | null;
  readonly remarks: readonly Remark[];
}

/** On the page of one text: what waits under it and its mode, and what editors say among themselves. */
export function textForumView(visit: Visit, say: Say, textId: string, { mode, remarks }: TextForum): Html {
  return html`${
    mode === null
      ? ''
      : html`<section class="panel" aria-labelledby="forum"><h2 id="forum">${say('desk.forum')}</h2>${textModeForm(visit, say, { textId, ...mode })}
<p><a href="/desk/queue?text=${textId}">${say('desk.forum.text-queue')}</a></p></section>`
  }
${remarksSection(visit, say, { textId, remarks })}`;
}
