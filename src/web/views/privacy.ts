import { html } from 'hono/html';
import { RETENTION_DAYS } from '#domain/contribution.ts';
import { PERSONAL_DATA, PERSONAL_GROUPS, type PersonalData, type PersonalGroup } from '#domain/personal-data.ts';
import type { MessageKey } from '#locale/translate.ts';
import { KEPT_DAYS } from '#operations/day-key.ts';
import type { Html } from '../http/answer.ts';
import { type Say, sayIn } from './forum/said.ts';
import { publicLayout } from './layout.ts';
import type { Site } from './site.ts';

const DAYS = { ...RETENTION_DAYS, sender: KEPT_DAYS };

/** What is kept about people, why and how long: a row for each row of the table that the tests hold to the real database. */
export function privacyPage({ site }: { readonly site: Site }): Html {
  const { language } = site;
  const say = sayIn(language);
  const [title, lead] = [say('privacy.title'), say('privacy.lead', { name: site.name })];
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<section><h2>${say('privacy.reading.title')}</h2><p>${say('privacy.reading')}</p></section>
${PERSONAL_GROUPS.map((group) => groupSection(group, say))}
<section><h2>${say('privacy.rights.title')}</h2><p>${say('privacy.rights')}</p></section>
<section><h2>${say('privacy.elsewhere.title')}</h2><p>${say('privacy.elsewhere')}</p></section>`;
  return publicLayout({ site, language, title, description: lead, path: '/privacy', body });
}

function groupSection(group: PersonalGroup, say: Say): Html {
  const rows = PERSONAL_DATA.filter((row) => row.group === group);
  return html`<section class="personal"><h2>${say(`privacy.group.${group}`)}</h2>
${rows.map((row) => rowView(row, say))}</section>`;
}

function rowView({ code, columns }: PersonalData, say: Say): Html {
  const of = (what: 'what' | 'why' | 'long') => say(`privacy.${what}.${code}` as MessageKey, DAYS);
  const places = Object.entries(columns).map(([table, names]) => `${table} (${names.replaceAll(' ', ', ')})`);
  return html`<h3>${of('what')}</h3>
<dl><dt>${say('privacy.why')}</dt> <dd>${of('why')}</dd>
<dt>${say('privacy.long')}</dt> <dd>${of('long')}</dd>
<dt>${say('privacy.where')}</dt> <dd><code translate="no">${places.join('; ')}</code></dd></dl>
`;
}
