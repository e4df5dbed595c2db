import { html } from 'hono/html';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import type { Site } from './site.ts';

const PARTS: readonly { readonly title: MessageKey; readonly text: MessageKey }[] = [
  { title: 'colophon.reading.title', text: 'colophon.reading' },
  { title: 'colophon.addresses.title', text: 'colophon.addresses' },
  { title: 'colophon.files.title', text: 'colophon.files' },
  { title: 'colophon.privacy.title', text: 'colophon.privacy' },
  { title: 'colophon.set.title', text: 'colophon.set' },
];

/** How this library is set, addressed and kept: what a reader or an archivist may want to know of any text in it. */
export function colophonPage({
  site,
  verifierKeys,
}: {
  readonly site: Site;
  /** Oldest first; none before the first publication. */
  readonly verifierKeys: readonly string[];
}): Html {
  const { language } = site;
  const title = translate(language, 'nav.colophon');
  const lead = translate(language, 'colophon.lead', { name: site.name });
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${PARTS.map(
  (part) => html`<h2>${translate(language, part.title)}</h2>
<p>${translate(language, part.text)}</p>
`,
)}${verifierKeys.length === 0 ? '' : recordPart(verifierKeys, language)}`;
  return publicLayout({ site, language, title, description: lead, path: '/colophon', body });
}

/** In print the key can be compared with the one the log shows. */
function recordPart(verifierKeys: readonly string[], language: Language): Html {
  return html`<h2><a href="/record">${translate(language, 'record.title')}</a></h2>
<p>${translate(language, 'colophon.record')}</p>
<pre tabindex="0" aria-label="${translate(language, 'colophon.record')}"><code>${verifierKeys.join('\n')}</code></pre>
`;
}
