import { html, raw } from 'hono/html';
import type { Problem } from '#domain/problem.ts';
import type { Html } from '#web/http/answer.ts';
import { problemList } from '../problems.ts';
import type { Say } from '../say.ts';

/** The page a source makes. `html` is what text/ rendered: safe as it stands. */
export interface Shown {
  readonly html: string;
  readonly words: number;
  readonly language: string | null;
}

export interface ShownWithProblems {
  readonly shown: Shown | null;
  readonly problems: readonly Problem[];
  readonly linesAbove: number;
  readonly form?: { readonly metadata: Readonly<Record<string, string>> };
}

/** The preview beside the source; also what the script asks for while one writes. */
export function shownView(say: Say, { shown, problems, linesAbove, form }: ShownWithProblems): Html {
  return html`<section class="shown" aria-labelledby="shown-title" tabindex="0" data-shown>
<header><h2 id="shown-title">${say('desk.shown')}</h2><span>${shown ? say('desk.count.words', { count: shown.words }) : ''}</span></header>
${problems.length > 0 ? html`<div class="leaf-problems"><p class="label">${say('desk.problems', { count: problems.length })}</p>${problemList(say, problems, bodyLine(linesAbove), linesAbove)}</div>` : ''}
${shown ? leaf(shown, form?.metadata) : html`<p class="leaf quiet">${say('desk.shown.none')}</p>`}
</section>`;
}

/** The page alone, where there is nothing to edit beside it. */
export function leafView(say: Say, shown: Shown, metadata: Readonly<Record<string, string>>): Html {
  return html`<section class="shown" aria-labelledby="shown-title"><header><h2 id="shown-title">${say('desk.shown')}</h2><span>${say('desk.count.words', { count: shown.words })}</span></header>${leaf(shown, metadata)}</section>`;
}

function leaf({ html: body, language }: Shown, metadata: Readonly<Record<string, string>> = {}): Html {
  return html`<div class="leaf"${language ? html` lang="${language}"` : ''}>
${metadata.title ? html`<p class="leaf-title">${metadata.title}</p>` : ''}
${metadata.subtitle ? html`<p class="leaf-subtitle">${metadata.subtitle}</p>` : ''}
${metadata.authors ? html`<p class="leaf-authors">${metadata.authors.split('\n').join(', ')}</p>` : ''}
${raw(body)}</div>`;
}

// Without script a link can go no further than the field; the script takes it to the line.
function bodyLine(linesAbove: number): (line: number) => string | null {
  return (line) => (line > linesAbove ? '#field-body' : null);
}
