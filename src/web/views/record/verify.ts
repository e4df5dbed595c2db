import { html } from 'hono/html';
import { type MessageKey, translate } from '#locale/translate.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { longDate } from '../moment.ts';
import type { Site } from '../site.ts';
import { furnitureLanguage, languageAttributes } from '../text-language.ts';
import { checkCommands } from './page.ts';

export interface VerifiedRevision extends Pick<Article, 'textId' | 'slug' | 'number' | 'metadata' | 'checkpoint'> {
  readonly verifierKeys: readonly string[];
}

type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

/** In this order the script answers them; each brings the sentences for how it came out. */
const CHECKS = ['files', 'page', 'leaf', 'inclusion', 'signature'] as const;

/** What of a revision the reader's own browser can compute, and how to do it without it. */
export function verifyPage({ site, revision }: { readonly site: Site; readonly revision: VerifiedRevision }): Html {
  const { slug, number, metadata, checkpoint } = revision;
  const language = furnitureLanguage(metadata.language, site.language);
  const say: Say = (key, values) => translate(language, key, values);
  const name = metadata.title ?? say('text.untitled');
  const title = say('verify.title', { title: name, number });
  const path = `/${slug}/${number}/verify`;
  const body = html`<p class="above"><a href="/${slug}/${number}"${languageAttributes(metadata.language, language)}>${name}</a></p>
<h1>${title}</h1>
<p class="lead">${say('verify.lead')}</p>
${checkpoint ? checkList(revision, say) : html`<p>${say('verify.unsigned')}</p>`}
<section><h2>${say('verify.by-hand')}</h2>
<p>${say('verify.by-hand.text')}</p>
<pre tabindex="0" aria-label="${say('verify.by-hand')}"><code>${checkCommands(`${site.publicUrl}/${slug}/${number}`)}</code></pre>
${
  checkpoint
    ? html`<p>${say('verify.by-hand.head', { index: String(checkpoint.index), count: checkpoint.size, date: longDate(checkpoint.signedAt, language) })}</p>
<pre tabindex="0" aria-label="${say('record.checkpoint')}"><code>${checkpoint.note}</code></pre>`
    : ''
}
</section>
<section><h2>${say('record.claim')}</h2>
<p>${say('verify.limits')}</p>
<p>${say('record.claim.text')}</p>
<p><a href="/record">${say('record.title')}</a></p></section>`;
  const head = html`<script src="${site.assets.path('verify.js')}" defer></script>`;
  return publicLayout({ site, language, title, description: say('verify.lead'), path, head, body, unlisted: true });
}

function checkList({ textId, slug, number, verifierKeys }: VerifiedRevision, say: Say): Html {
  return html`<ol class="checks" aria-live="polite" data-address="/${slug}/${number}" data-text="${textId}" data-revision="${number}" data-keys="${verifierKeys.join(' ')}">
${CHECKS.map(
  (
    check,
  ) => html`<li data-check="${check}" data-good="${say(`verify.${check}.good`)}" data-bad="${say(`verify.${check}.bad`)}" data-unable="${say('verify.unable')}"><strong>${say(`verify.${check}`)}</strong> <span class="outcome">${say('verify.waiting')}</span></li>
`,
)}</ol>`;
}
