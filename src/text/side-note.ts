import type { Nodes } from 'mdast';
import type { BodyLabels } from './body-labels.ts';
import { escapeHtml } from './escape-html.ts';
import type { Note } from './list-notes.ts';
import { wordsOf } from './words-of.ts';

/**
 * The copy of a note that stands beside its call in a wide window. Its words are in attributes, shown as generated
 * content: the page holds them as text once, in the end notes.
 */
export function renderSideNote({ node, number, kind }: Note, labels: BodyLabels): string {
  const runs: Run[] = [];
  if (kind !== 'author') runs.push({ tag: 'span class="note-kind"', text: `${labels.noteKinds[kind]} ` });
  node.children.forEach((block, index) => {
    if (index > 0) add(runs, 'span', '\n');
    collect(block, 'span', runs);
  });
  const content = runs
    .map(({ tag, text }) => `<${tag} data-text="${escapeHtml(text)}"></${tag.split(' ')[0]}>`)
    .join('');
  return `<span class="side-note" aria-hidden="true" data-number="${number}">${content}</span>`;
}

interface Run {
  readonly tag: string;
  readonly text: string;
}

const TAGS: Partial<Record<Nodes['type'], string>> = { emphasis: 'em', strong: 'strong' };

function collect(node: Nodes, tag: string, runs: Run[]): void {
  if (node.type === 'textDirective' && (node.name === 'kind' || node.name === 'page')) return;
  const own =
    node.type === 'textDirective' && node.name === 'sc' ? 'span class="small-capitals"' : (TAGS[node.type] ?? tag);
  if ('children' in node) for (const child of node.children) collect(child, own, runs);
  else add(runs, own, wordsOf(node));
  if (node.type === 'listItem' || node.type === 'tableRow') add(runs, tag, '\n');
}

function add(runs: Run[], tag: string, text: string): void {
  const last = runs.at(-1);
  if (text === '') return;
  // The space after a note's kind is the kind's.
  const words = last === undefined || /\s$/.test(last.text) ? text.replace(/^ /, '') : text;
  if (last?.tag === tag) runs[runs.length - 1] = { tag, text: last.text + words };
  else if (words !== '') runs.push({ tag, text: words });
}
