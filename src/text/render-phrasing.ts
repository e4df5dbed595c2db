import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { fillLabel } from './body-labels.ts';
import { escapeHtml } from './escape-html.ts';
import type { Page } from './render-page.ts';
import { imageAddress, linkAddress } from './safe-address.ts';
import { renderSideNote } from './side-note.ts';
import { wordsOf } from './words-of.ts';

/** What stands in a line, escaped. */
export function renderPhrasing(nodes: readonly PhrasingContent[], page: Page): string {
  let html = '';
  for (const node of nodes) html += renderNode(node, page);
  return html;
}

/** `lang`, and `dir` where the language is written from right to left. */
export function languageAttributes(language: string | null | undefined): string {
  if (!language || !/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(language)) return '';
  const direction = RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0]!) ? ' dir="rtl"' : '';
  return ` lang="${language}"${direction}`;
}

/** A block with letters written from right to left takes its direction from its first letter. */
export function directionAttribute(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? ' dir="auto"' : '';
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

function renderNode(node: PhrasingContent, page: Page): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeHtml(node.value);
    case 'emphasis':
      return `<em>${renderPhrasing(node.children, page)}</em>`;
    case 'strong':
      return `<strong>${renderPhrasing(node.children, page)}</strong>`;
    case 'delete':
      return `<s>${renderPhrasing(node.children, page)}</s>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
      return renderLink(node.url, renderPhrasing(node.children, page), node.title);
    case 'image':
      return renderImage(node);
    case 'footnoteReference':
      return renderCall(node.identifier, node.label ?? node.identifier, page);
    case 'textDirective':
      return renderDirective(node, page);
    default:
      return 'children' in node ? renderPhrasing((node as { children: PhrasingContent[] }).children, page) : '';
  }
}

function renderLink(url: string, content: string, title: string | null | undefined): string {
  const address = linkAddress(url);
  if (address === null) return content;
  const words = title ? ` title="${escapeHtml(title)}"` : '';
  return `<a href="${escapeHtml(address)}"${words}>${content.trim() === '' ? escapeHtml(url) : content}</a>`;
}

function renderImage({ url, alt }: Extract<PhrasingContent, { type: 'image' }>): string {
  const address = imageAddress(url);
  const words = escapeHtml(alt ?? '');
  return address === null
    ? renderLink(url, words, null)
    : `<img src="${escapeHtml(address)}" alt="${words}" loading="lazy">`;
}

function renderCall(identifier: string, label: string, page: Page): string {
  const found = page.notes.get(identifier);
  if (found === undefined) return escapeHtml(`[${label}]`);
  const { note, id } = found;
  const calls = (page.calls.get(identifier) ?? 0) + 1;
  page.calls.set(identifier, calls);
  const address = escapeHtml(id);
  const own = calls === 1 ? `call-${address}` : `call-${address}-${calls}`;
  const name = escapeHtml(fillLabel(page.labels.note, { number: note.number }));
  const show = escapeHtml(fillLabel(page.labels.showNote, { number: note.number }));
  const link = `<a role="doc-noteref" href="#${address}" aria-label="${name}">${note.number}</a>`;
  const button = `<button class="note-button" type="button" popovertarget="${address}-body" aria-label="${show}" data-number="${note.number}"></button>`;
  const side = calls > 1 || page.inNote || page.inTable ? '' : renderSideNote(note, page.labels);
  return `<sup class="note-call" id="${own}">${link}${button}</sup>${side}`;
}

function renderDirective(node: TextDirective, page: Page): string {
  const content = renderPhrasing(node.children, page);
  switch (node.name) {
    case 'leadin':
      return `<span class="lead-in">${content}</span>`;
    case 'sc':
      return `<span class="small-capitals">${content}</span>`;
    case 'lang':
      return `<span${languageAttributes(node.attributes?.lang)}>${content}</span>`;
    case 'sup':
    case 'sub':
      return `<${node.name}>${content}</${node.name}>`;
    case 'sic':
      return `<span class="sic">${content}${correction(node, page)}</span>`;
    case 'page':
      return pageBreak(node, content, page);
    // The note says it before its body.
    case 'kind':
      return '';
    default:
      return content;
  }
}

function correction({ attributes }: TextDirective, { labels }: Page): string {
  const right = attributes?.correct;
  if (!right) return '';
  return ` <span class="correction">[<i>${escapeHtml(labels.correction)}</i> ${escapeHtml(right)}]</span>`;
}

function pageBreak(node: TextDirective, content: string, { labels }: Page): string {
  const name = escapeHtml(fillLabel(labels.page, { page: node.children.map(wordsOf).join('') }));
  return `<span class="page-break" role="doc-pagebreak" aria-label="${name}">[${content}]</span>`;
}
