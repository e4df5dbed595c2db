import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { fillLabel } from './body-labels.ts';
import { escapeHtml } from './escape-html.ts';
import { isFigure } from './list-blocks.ts';
import type { BlockPlace, Page } from './render-page.ts';
import { directionAttribute, languageAttributes, renderPhrasing } from './render-phrasing.ts';
import { imageAddress } from './safe-address.ts';
import { splitLines } from './split-lines.ts';
import { wordsOf } from './words-of.ts';

/** One block with its address and, where it is counted, its number. */
export function renderBlock({ block, id, number, level }: BlockPlace, page: Page): string {
  const { node } = block;
  const attributes = ` id="${escapeHtml(id)}"${directionAttribute(block.text)}`;
  const mark = number === null ? '' : numberLink(id, number, page);
  switch (node.type) {
    case 'heading':
      return `<h${level}${attributes}>${renderPhrasing(node.children, page)}</h${level}>\n`;
    case 'list':
      return `<div class="list"${attributes}>${mark}${renderList(node, page)}</div>\n`;
    case 'thematicBreak':
      return `<hr class="break mark"${attributes}>\n`;
    case 'leafDirective':
      if (node.name === 'break') return `<hr class="break"${attributes}>\n`;
      return `<div class="page-break" role="doc-pagebreak"${attributes} aria-label="${escapeHtml(
        fillLabel(page.labels.page, { page: wordsOf({ ...node, name: '' }) }),
      )}">[${renderPhrasing(node.children, page)}]</div>\n`;
    default:
      return render(node, page, { attributes, mark });
  }
}

/** A block in another: in a quotation, a list item or a note. It has no address of its own. */
export function renderInner(nodes: readonly RootContent[], page: Page): string {
  return nodes.map((node) => render(node, page, { attributes: '', mark: '' })).join('');
}

interface Head {
  readonly attributes: string;
  readonly mark: string;
}

function render(node: RootContent, page: Page, { attributes, mark }: Head): string {
  switch (node.type) {
    case 'paragraph':
      return isFigure(node) ? renderFigure(node, page, attributes) : paragraph(node, page, { attributes, mark });
    case 'heading':
      // A heading within a quotation is not one of this text's.
      return `<p class="heading"${attributes}>${renderPhrasing(node.children, page)}</p>\n`;
    case 'blockquote':
      return renderQuotation(node, page, { attributes, mark });
    case 'list':
      return renderList(node, page);
    case 'table':
      return renderTable(node, null, page, attributes);
    case 'code':
      return `<pre${attributes}><code>${escapeHtml(node.value)}</code></pre>\n`;
    case 'thematicBreak':
      return '<hr class="break mark">\n';
    case 'containerDirective':
      return renderContainer(node, page, { attributes, mark });
    case 'leafDirective':
      return node.name === 'break' ? '<hr class="break">\n' : '';
    default:
      return '';
  }
}

function paragraph(node: Paragraph, page: Page, { attributes, mark }: Head): string {
  return `<p${attributes}>${mark}${renderPhrasing(node.children, page)}</p>\n`;
}

function numberLink(id: string, number: number, { labels }: Page): string {
  const label = escapeHtml(fillLabel(labels.paragraph, { number }));
  return `<a class="number" href="#${escapeHtml(id)}" aria-label="${label}" data-number="${number}"></a>`;
}

function renderQuotation(node: Blockquote | ContainerDirective, page: Page, { attributes, mark }: Head): string {
  const children = node.children as RootContent[];
  const last = children.at(-1);
  const source = children.length > 1 && last?.type === 'paragraph' && /^[—–―] /.test(wordsOf(last)) ? last : null;
  const content = renderInner(source === null ? children : children.slice(0, -1), page);
  const footer = source === null ? '' : `<footer class="source">${renderPhrasing(source.children, page)}</footer>\n`;
  const name = node.type === 'containerDirective' ? ' class="epigraph"' : '';
  return `<blockquote${name}${attributes}>${mark}\n${content}${footer}</blockquote>\n`;
}

function renderContainer(node: ContainerDirective, page: Page, head: Head): string {
  switch (node.name) {
    case 'verse':
      return `<div class="verse"${head.attributes}>${head.mark}\n${renderStanzas(node, page)}</div>\n`;
    case 'table':
      return renderTableContainer(node, page, head.attributes);
    case 'lang':
      return `<div${languageAttributes(node.attributes?.lang)}>\n${renderInner(node.children, page)}</div>\n`;
    default:
      return renderQuotation(node, page, head);
  }
}

function renderStanzas(node: ContainerDirective, page: Page): string {
  return node.children
    .map((child) => {
      if (child.type !== 'paragraph') return renderInner([child], page);
      const lines = splitLines(child.children).map((line) => `<span class="line">${renderPhrasing(line, page)}</span>`);
      return `<p class="stanza">${lines.join('<br>\n')}</p>\n`;
    })
    .join('');
}

function renderList(node: List, page: Page): string {
  const start = node.ordered && (node.start ?? 1) !== 1 ? ` start="${node.start}"` : '';
  const tag = node.ordered ? 'ol' : 'ul';
  const items = node.children.map((item) => `<li>${renderItem(item, node, page)}</li>\n`).join('');
  return `<${tag}${start}>\n${items}</${tag}>\n`;
}

function renderItem(item: ListItem, list: List, page: Page): string {
  if (list.spread) return `\n${renderInner(item.children, page)}`;
  return item.children
    .map((child) =>
      child.type === 'paragraph' ? renderPhrasing(child.children, page) : `\n${renderInner([child], page)}`,
    )
    .join('');
}

function renderTableContainer(node: ContainerDirective, page: Page, attributes: string): string {
  const [first, ...rest] = node.children;
  const caption = first?.type === 'paragraph' && first.data?.directiveLabel ? first.children : null;
  const content = caption === null ? node.children : rest;
  const [only] = content;
  if (content.length === 1 && only?.type === 'table') return renderTable(only, caption, page, attributes);
  const head = caption === null ? '' : `<p class="caption">${renderPhrasing(caption, page)}</p>\n`;
  return `<div${attributes}>\n${head}${renderInner(content, page)}</div>\n`;
}

/** Wide tables scroll by themselves, with the keyboard too. */
function renderTable(node: Table, caption: readonly PhrasingContent[] | null, page: Page, attributes: string): string {
  const cells = { ...page, inTable: true };
  const name = caption === null ? page.labels.table : caption.map(wordsOf).join('');
  const rows = node.children.map((row, index) => {
    const tag = index === 0 ? 'th' : 'td';
    const scope = index === 0 ? ' scope="col"' : '';
    const written = row.children.map((cell, column) => {
      const content = renderPhrasing(cell.children, cells);
      // A corner without words heads no column.
      const empty = index === 0 && content === '';
      const align = ALIGNMENTS[node.align?.[column] ?? 'left'];
      return empty ? `<td${align}></td>` : `<${tag}${scope}${align}>${content}</${tag}>`;
    });
    return `<tr>${written.join('')}</tr>\n`;
  });
  const head = caption === null ? '' : `<caption>${renderPhrasing(caption, page)}</caption>\n`;
  const body = rows.length > 1 ? `<tbody>\n${rows.slice(1).join('')}</tbody>\n` : '';
  const label = escapeHtml(name);
  return `<figure class="table"${attributes} tabindex="0" aria-label="${label}"><table>\n${head}<thead>\n${rows[0]}</thead>\n${body}</table></figure>\n`;
}

const ALIGNMENTS = { left: '', right: ' class="end"', center: ' class="center"' } as const;

function renderFigure(node: Paragraph, page: Page, attributes: string): string {
  const [image] = node.children;
  const address = image?.type === 'image' ? imageAddress(image.url) : null;
  if (image?.type !== 'image' || address === null) return paragraph(node, page, { attributes, mark: '' });
  const caption = image.title ? `<figcaption>${escapeHtml(image.title)}</figcaption>` : '';
  const picture = `<img src="${escapeHtml(address)}" alt="${escapeHtml(image.alt ?? '')}" loading="lazy">`;
  return `<figure${attributes}>${picture}${caption}</figure>\n`;
}
