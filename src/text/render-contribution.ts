import { escapeHtml } from './escape-html.ts';
import {
  type ContributionBlock,
  type ContributionInline,
  type ContributionTree,
  parseContribution,
} from './forum-markup.ts';

/**
 * The body of a contribution as HTML: `p`, `br`, `blockquote`, `em`, `strong` and links to the web, nothing else, without any
 * attribute of the writer's but a checked address. Safe wherever HTML may stand.
 *
 * @example renderContribution('<b>*so*</b>') // '<p>&lt;b&gt;<em>so</em>&lt;/b&gt;</p>'
 */
export function renderContribution(body: string): string {
  return blocksHtml(parseContribution(body));
}

/** The same as plain text: without the marks of emphasis, quotations with `> ` before each line. For feeds, mail and search. */
export function contributionText(body: string): string {
  return blocksText(parseContribution(body));
}

const blocksHtml = (blocks: ContributionTree): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: ContributionBlock): string {
  if (block.kind === 'quotation') return `<blockquote>\n${blocksHtml(block.blocks)}\n</blockquote>`;
  return `<p>${block.lines.map((line) => line.map(inlineHtml).join('')).join('<br>\n')}</p>`;
}

const TAGS = { emphasis: 'em', strong: 'strong' } as const;

function inlineHtml(inline: ContributionInline): string {
  if (inline.kind === 'text') return escapeHtml(inline.text);
  if (inline.kind === 'link')
    return `<a href="${escapeHtml(inline.address)}" rel="nofollow ugc noopener">${escapeHtml(inline.text)}</a>`;
  const tag = TAGS[inline.kind];
  return `<${tag}>${inline.children.map(inlineHtml).join('')}</${tag}>`;
}

const blocksText = (blocks: ContributionTree): string => blocks.map(blockText).join('\n\n');

function blockText(block: ContributionBlock): string {
  if (block.kind === 'quotation') return blocksText(block.blocks).replace(/^/gm, '> ');
  return block.lines.map((line) => line.map(inlineText).join('')).join('\n');
}

function inlineText(inline: ContributionInline): string {
  return 'children' in inline ? inline.children.map(inlineText).join('') : inline.text;
}
