import type { Root, RootContent } from 'mdast';
import type { IdentifiedBlock, IdentifiedNote } from '#domain/text.ts';
import type { BodyLabels } from './body-labels.ts';
import { countWords } from './count-words.ts';
import { escapeHtml } from './escape-html.ts';
import { type Block, isTransparent, listBlocks } from './list-blocks.ts';
import { listNotes } from './list-notes.ts';
import { plainLine } from './plain-text.ts';
import { renderBlock } from './render-block.ts';
import { renderNotes } from './render-notes.ts';
import type { BlockPlace, Page } from './render-page.ts';
import { languageAttributes } from './render-phrasing.ts';

export interface BodyArgument {
  readonly tree: Root;
  /** As aligned with `listBlocks(tree)`: same order, same length. */
  readonly blocks: readonly IdentifiedBlock[];
  /** As aligned with `listNotes(tree)`. */
  readonly notes: readonly IdentifiedNote[];
  /** BCP 47, of the labels. */
  readonly language: string;
  readonly labels: BodyLabels;
}

export interface Body {
  readonly html: string;
  readonly contents: readonly ContentsEntry[];
  readonly words: number;
}

export interface ContentsEntry {
  readonly id: string;
  /** 2 to 6, as the heading's element; no level is skipped. */
  readonly depth: number;
  readonly text: string;
}

/**
 * The article's body as HTML that is safe whatever the source holds: everything is escaped, links go to the web, mail or
 * this site, pictures come from this site only. It holds no style, no script and no form.
 *
 * What it emits, for whoever writes the style sheet:
 * - `section` a section with a heading, `div.section` one without; between them `hr.break` (`hr.break.mark` where the
 *   original printed a mark, `* * *`).
 * - `h2`–`h6` with ids. `p` with an id; its first child `a.number` is empty and named by `aria-label`: show
 *   `attr(data-number)` in the margin (generated, so that it is not selected, searched or read twice). Quotations,
 *   verse and lists carry one number each; the list's stands in `div.list > a.number + ul|ol`.
 * - `blockquote` and `blockquote.epigraph`, with `footer.source` for the last paragraph when it begins with a dash.
 * - `div.verse > p.stanza > span.line`, with a `br` after each line for browsers without style: hide it and make `.line` a block.
 *   Indentation is kept as no-break or em spaces at the head of the line.
 * - `span.lead-in` (capitals as transcribed: `all-small-caps`), `span.small-capitals`, `span.sic > span.correction`,
 *   `span.page-break` / `div.page-break`, `figure`, `figure.table` (scrolls, focusable) with `td.end|center`, `pre > code`.
 * - A note's call is `sup.note-call#call-ID`, holding `a[role=doc-noteref]` (to the end note) and
 *   `button.note-button[popovertarget]` (shows the end note's own body as a popover, no script). Show one of the two:
 *   the link in a wide window and in print, the button (empty: show `attr(data-number)`) in a narrow one.
 * - Behind a note's first call stands `span.side-note[aria-hidden][data-number]`, whose children hold their words in
 *   `data-text` only: `span`, `em`, `strong`, `span.small-capitals`. Show `attr(data-text)` as generated content, with
 *   `white-space: pre-line`, in a wide window; else `display: none`. So the words of a note stand in the page once:
 *   a screen reader, a text browser, a search and a printed page meet them in the end notes.
 * - `section.notes[role=doc-endnotes] > h2 + ol > li#ID > div.note-body#ID-body[popover]`: style `.note-body` as
 *   `display: block; position: static` and so on, `.note-body:popover-open` as the popover. `span.note-kind` says whose
 *   note it is; `a.back[role=doc-backlink]` leads back, one a call.
 */
export function renderBody({ tree, blocks, notes, labels }: BodyArgument): Body {
  const listed = listBlocks(tree);
  const page: Page = {
    labels,
    notes: new Map(
      [...listNotes(tree)]
        .reverse()
        .map((note) => [note.node.identifier, { note, id: notes[note.number - 1]?.id ?? `note-${note.number}` }]),
    ),
    calls: new Map(),
    inNote: false,
    inTable: false,
  };
  const places = placeBlocks(listed, blocks);
  const html = renderSections(tree.children, { places, page }) + renderNotes(tree, notes, page);
  return { html, contents: contentsOf(places, tree), words: countWords(listed.map((block) => block.text).join('\n')) };
}

const NUMBERED: ReadonlySet<string> = new Set(['paragraph', 'quotation', 'verse', 'list']);

function placeBlocks(listed: readonly Block[], blocks: readonly IdentifiedBlock[]): Map<RootContent, BlockPlace> {
  const places = new Map<RootContent, BlockPlace>();
  let number = 0;
  let level = 1;
  listed.forEach((block, index) => {
    const counted = NUMBERED.has(block.kind);
    if (counted) number += 1;
    // No level may be skipped, and the first is the page's title.
    if (block.node.type === 'heading') level = Math.min(Math.max(2, block.node.depth), level + 1);
    const id = blocks[index]?.id ?? `block-${index + 1}`;
    places.set(block.node, { block, id, number: counted ? number : null, level });
  });
  return places;
}

interface Rendering {
  readonly places: ReadonlyMap<RootContent, BlockPlace>;
  readonly page: Page;
}

function renderSections(nodes: readonly RootContent[], rendering: Rendering): string {
  let html = '';
  let open: 'section' | 'div' | null = null;
  const close = (): void => {
    if (open !== null) html += `</${open}>\n`;
    open = null;
  };
  for (const node of nodes) {
    const text = renderNode(node, rendering);
    const kind = rendering.places.get(node)?.block.kind;
    if (kind === 'break' || kind === 'heading') close();
    if (kind !== 'break' && text !== '' && open === null) {
      open = kind === 'heading' ? 'section' : 'div';
      html += open === 'section' ? '<section>\n' : '<div class="section">\n';
    }
    html += text;
  }
  close();
  return html;
}

function renderNode(node: RootContent, rendering: Rendering): string {
  if (isTransparent(node)) {
    const content = node.children.map((child) => renderNode(child, rendering)).join('');
    return content === '' ? '' : `<div${languageAttributes(node.attributes?.lang)}>\n${content}</div>\n`;
  }
  const place = rendering.places.get(node);
  return place === undefined ? '' : renderBlock(place, rendering.page);
}

function contentsOf(places: ReadonlyMap<RootContent, BlockPlace>, tree: Root): ContentsEntry[] {
  return [...places.values()]
    .filter(({ block }) => block.kind === 'heading')
    .map(({ block, id, level }) => ({ id: escapeHtml(id), depth: level, text: plainLine(block.node, tree) }));
}
