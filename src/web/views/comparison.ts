import { html } from 'hono/html';
import type { MessageKey } from '#locale/translate.ts';
import { type Language, translate } from '#locale/translate.ts';
import type { BlockChange, Comparison, MetadataChange, NoteChange } from '#text/compare-trees.ts';
import type { WordChange } from '#text/compare-words.ts';
import type { Html } from '../http/answer.ts';

interface ComparisonView {
  readonly comparison: Comparison;
  readonly language: Language;
  /** Of the compared words. */
  readonly textLanguage: string | null;
}

/** What changed between two states of a text, for people: words marked as they came and went, what stayed only counted. */
export function comparisonView(view: ComparisonView): Html {
  const { comparison, language } = view;
  const say = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const notes = comparison.notes.filter(({ change }) => change !== 'unchanged');
  const hasText = comparison.blocks.some(({ change }) => change !== 'unchanged');
  if (comparison.metadata.length === 0 && !hasText && notes.length === 0) return html`<p>${say('compare.same')}</p>`;
  const { wordsAdded, wordsRemoved } = comparison.counts;
  return html`<div class="comparison">
<p class="facts">${say('compare.words', { added: wordsAdded, removed: wordsRemoved })}</p>
${comparison.metadata.length > 0 ? metadataChanges(view) : ''}
${
  hasText
    ? html`<h2>${say('compare.text')}</h2>
${runs(comparison.blocks).map((run) => blockRun(run, view))}`
    : ''
}
${
  notes.length > 0
    ? html`<h2>${say('compare.notes')}</h2>
${notes.map((note) => noteChange(note, view))}`
    : ''
}
</div>`;
}

function metadataChanges({ comparison, language }: ComparisonView): Html {
  const nothing = translate(language, 'compare.nothing');
  const shown = (value: MetadataChange['from']) => (Array.isArray(value) ? value.join('; ') : value) || nothing;
  return html`<h2>${translate(language, 'compare.metadata')}</h2>
<dl class="metadata-changes">${comparison.metadata.map(
    ({ field, from, to }) => html`<div><dt>${translate(language, `fact.${field}`)}</dt>
<dd><del>${shown(from)}</del> <ins>${shown(to)}</ins></dd></div>`,
  )}</dl>`;
}

/** Neighbours that did not change make one run, shown as a number. */
function runs(blocks: readonly BlockChange[]): readonly (readonly BlockChange[])[] {
  const found: BlockChange[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.change === 'unchanged' && last?.[0]?.change === 'unchanged') last.push(block);
    else found.push([block]);
  }
  return found;
}

function blockRun(run: readonly BlockChange[], { language, textLanguage }: ComparisonView): Html {
  const [first] = run;
  if (first === undefined || first.change === 'unchanged') {
    return html`<p class="unchanged">${translate(language, 'compare.unchanged', { count: run.length })}</p>`;
  }
  const labels = CHANGE_LABELS[first.change].map((key) => translate(language, key)).join(', ');
  return html`<div class="change${first.kind === 'verse' ? ' lines' : ''}"><p class="change-kind">${labels}</p>
<p lang="${textLanguage ?? language}">${first.words.map(wordRun)}</p></div>`;
}

const CHANGE_LABELS = {
  changed: ['compare.changed'],
  added: ['compare.added'],
  removed: ['compare.removed'],
  moved: ['compare.moved'],
  'moved and changed': ['compare.moved', 'compare.changed'],
} as const satisfies Readonly<Record<Exclude<BlockChange['change'], 'unchanged'>, readonly MessageKey[]>>;

function noteChange({ number, words }: NoteChange, { language, textLanguage }: ComparisonView): Html {
  return html`<div class="change"><p class="change-kind">${translate(language, 'compare.note', { label: String(number) })}</p>
<p lang="${textLanguage ?? language}">${words.map(wordRun)}</p></div>`;
}

function wordRun({ kind, text }: WordChange) {
  if (kind === 'same') return text;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}
