import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import type { IdentifiedNote } from '#domain/text.ts';
import { type BodyLabels, fillLabel } from './body-labels.ts';
import { escapeHtml } from './escape-html.ts';
import { listNotes, type Note } from './list-notes.ts';
import { renderInner } from './render-block.ts';
import type { Page } from './render-page.ts';
import { directionAttribute, renderPhrasing } from './render-phrasing.ts';

/** The end notes, each with its ways back; nothing where there are none. */
export function renderNotes(tree: Root, notes: readonly IdentifiedNote[], page: Page): string {
  const listed = listNotes(tree);
  if (listed.length === 0) return '';
  const within = { ...page, inNote: true };
  // Bodies first: a note called from another note is called before it is known how often.
  const bodies = listed.map((note) => splitLast(note.node, within));
  const items = listed.map((note, index) => {
    const id = escapeHtml(notes[index]?.id ?? `note-${note.number}`);
    const first = page.notes.get(note.node.identifier)?.note.node === note.node;
    const calls = first ? (page.calls.get(note.node.identifier) ?? 0) : 0;
    return renderNote(note, { id, body: bodies[index]!, calls, labels: page.labels });
  });
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${escapeHtml(page.labels.notes)}</h2>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
}

interface NoteBody {
  readonly before: string;
  /** The last paragraph's content: the way back ends it. */
  readonly last: string;
}

function splitLast({ children }: FootnoteDefinition, page: Page): NoteBody {
  const last = children.at(-1);
  if (last?.type !== 'paragraph') return { before: renderInner(withoutKind(children), page), last: '' };
  const before = renderInner(withoutKind(children.slice(0, -1)), page);
  const [only] = withoutKind([last]);
  return { before, last: only?.type === 'paragraph' ? renderPhrasing(only.children, page) : '' };
}

/** The space behind `:kind[…]` goes with it. */
function withoutKind(nodes: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph') return [...nodes];
  const [kind, next, ...others] = first.children;
  if (kind?.type !== 'textDirective' || kind.name !== 'kind') return [...nodes];
  const text: PhrasingContent[] =
    next?.type === 'text' ? [{ ...next, value: next.value.trimStart() }] : next ? [next] : [];
  return [{ ...first, children: [...text, ...others] }, ...rest];
}

interface NoteParts {
  readonly id: string;
  readonly body: NoteBody;
  readonly calls: number;
  readonly labels: BodyLabels;
}

function renderNote(note: Note, { id, body, calls, labels }: NoteParts): string {
  const kind =
    note.kind === 'author' ? '' : `<span class="note-kind">${escapeHtml(labels.noteKinds[note.kind])}</span>`;
  const before = withKind(body.before, kind);
  const back = waysBack(note.number, { id, calls, labels });
  const last = [before === '' ? kind : '', body.last, back].filter((part) => part !== '').join(' ');
  const content = before + (last === '' ? '' : `<p>${last}</p>\n`);
  return `<li id="${id}"><div class="note-body" id="${id}-body" popover${directionAttribute(note.text)}>\n${content}</div></li>\n`;
}

/** Whose the note is stands at its head. */
function withKind(blocks: string, kind: string): string {
  if (blocks === '' || kind === '') return blocks;
  return blocks.startsWith('<p>') ? `<p>${kind} ${blocks.slice(3)}` : `<p>${kind}</p>\n${blocks}`;
}

function waysBack(number: number, { id, calls, labels }: Omit<NoteParts, 'body'>): string {
  const name = escapeHtml(fillLabel(labels.back, { number }));
  return Array.from({ length: calls }, (_, index) => {
    const address = index === 0 ? `call-${id}` : `call-${id}-${index + 1}`;
    const which = calls === 1 ? '' : `<sup>${index + 1}</sup>`;
    const spoken = calls === 1 ? name : `${name} (${index + 1})`;
    return `<a class="back" role="doc-backlink" href="#${address}" aria-label="${spoken}">↩${which}</a>`;
  }).join(' ');
}
