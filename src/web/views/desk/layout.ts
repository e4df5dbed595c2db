import { html } from 'hono/html';
import { countQueue } from '#operations/reads/queue.ts';
import { recordFault } from '#operations/reads/record-fault.ts';
import type { Html } from '#web/http/answer.ts';
import { TOKEN_FIELD } from '#web/http/form-guard.ts';
import type { Visit } from '#web/http/route.ts';
import { helpTemplate, keysButton } from './help.ts';
import { mayDo } from './may-do.ts';
import type { DeskPlace } from './place.ts';
import { countShown } from './queue/tabs.ts';
import { type Say, sayIn } from './say.ts';

export interface DeskPage {
  readonly title: string;
  readonly place?: DeskPlace;
  /** One column of a form rather than the full width. */
  readonly narrow?: boolean;
  /** The heading is the title unless the body brings its own. */
  readonly heading?: Html | null;
  readonly body: Html;
}

/** Every page of the desk: the bar, what was just done, the page. */
export function deskLayout(visit: Visit, page: DeskPage): Html {
  const say = sayIn(visit.language);
  return html`<!DOCTYPE html>
<html lang="${visit.language}">
<head>
<meta charset="utf-8">
<title>${say('desk.title', { page: page.title, site: visit.context.settings.siteName })}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${visit.assets.path('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${visit.assets.path('desk.css')}">
<script src="${visit.assets.path('desk.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${say('desk.skip')}</a>
${bar(visit, say, page.place ?? null)}
<main id="main" tabindex="-1"${page.narrow ? html` class="narrow"` : ''}>
${fault(visit, say)}
${said(visit, say)}
${page.heading === undefined ? html`<h1>${page.title}</h1>` : (page.heading ?? '')}
${page.body}
</main>
${visit.session ? helpTemplate(say, page.place ?? null) : ''}
</body>
</html>`;
}

/** Stands in every form of someone signed in. */
export function formToken(visit: Visit): Html {
  return visit.session ? html`<input type="hidden" name="${TOKEN_FIELD}" value="${visit.session.formToken}">` : html``;
}

function bar(visit: Visit, say: Say, place: DeskPlace): Html {
  return html`<header class="bar">
<a class="mark" href="${visit.session ? '/desk' : '/'}">${visit.context.settings.siteName}</a>
${visit.session ? navigation(visit, say, place) : ''}
<div class="person">
<a href="/">${say('desk.bar.library')}</a>
${languageSwitch(visit, say)}
${visit.session ? person(visit, say, visit.session.actor.name, place) : ''}
</div>
</header>`;
}

function navigation(visit: Visit, say: Say, place: DeskPlace): Html {
  return html`<nav aria-label="${say('desk.bar.desk')}"><ul>
${navigationLink('/desk', say('desk.bar.texts'), place === 'texts')}
${navigationLink('/desk/new', say('desk.bar.new'), place === 'new')}
${navigationLink('/desk/proofing', say('desk.bar.proofing'), place === 'proofing')}
${mayDo(visit, 'queue.read') ? queueLink(visit, say, place === 'queue' || place === 'misprints') : ''}
${mayDo(visit, 'misprint.decide') && !mayDo(visit, 'queue.read') ? navigationLink('/desk/misprints', say('desk.bar.misprints'), place === 'misprints') : ''}
${mayDo(visit, 'forum.manage') ? navigationLink('/desk/forum', say('desk.bar.forum'), place === 'forum') : ''}
${mayDo(visit, 'accounts.manage') ? navigationLink('/desk/accounts', say('desk.bar.accounts'), place === 'accounts') : ''}
${keysButton(say)}</ul></nav>`;
}

/** With how many wait: misprints stand in the queue's own tabs. */
async function queueLink(visit: Visit, say: Say, current: boolean): Promise<Html> {
  const { main, misprints } = await countQueue(visit.context);
  const count = main + misprints;
  const label = html`${say('desk.bar.queue')}${count > 0 ? html` <span class="count" data-count="all">${countShown(count)}</span>` : ''}`;
  return navigationLink('/desk/queue', label, current);
}

function navigationLink(href: string, label: string | Html, current: boolean): Html {
  return html`<li><a href="${href}"${current ? html` aria-current="page"` : ''}>${label}</a></li>`;
}

function person(visit: Visit, say: Say, name: string, place: DeskPlace): Html {
  return html`<a href="/desk/account"${place === 'account' ? html` aria-current="page"` : ''}>${name}</a>
<form method="post" action="/desk/sign-out">${formToken(visit)}<button type="submit">${say('desk.bar.sign-out')}</button></form>`;
}

function languageSwitch(visit: Visit, say: Say): Html {
  const other = visit.language === 'en' ? 'fr' : 'en';
  const back = `${visit.url.pathname}${visit.url.search}`;
  return html`<a href="/desk/language/${other}?back=${encodeURIComponent(back)}" lang="${other}" hreflang="${other}">${say('desk.bar.other-language')}</a>`;
}

const SAID = [
  'saved',
  'proposed',
  'returned',
  'published',
  'withdrawn',
  'restored',
  'renamed',
  'deleted',
  'corrected',
  'password',
  'account',
  'welcome',
  'answered',
  'switched',
  'undone',
  'too-late',
  'draft-moved',
  'withdrawn-contribution',
  'erased',
] as const;

/** Why nothing can be changed, on every page, until it is put right. */
function fault(visit: Visit, say: Say): Html {
  const found = recordFault(visit.context);
  return found ? html`<p class="problem" role="alert">${say(`desk.fault.${found}`)}</p>` : html``;
}

// After a form the browser is sent on; what was done is said on the page it arrives at.
function said(visit: Visit, say: Say): Html {
  const done = SAID.find((each) => each === visit.query.get('done'));
  return done ? html`<p class="said" role="status">${say(`desk.said.${done}`)}</p>` : html``;
}
