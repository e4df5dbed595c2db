// The forum's small markup: paragraphs, line ends, quotations, emphasis, addresses. Anything else is text, HTML first of all.
// One parser and one tree on every path: page, preview, queue, feed, mail.
import { linkAddress } from './safe-address.ts';

export type ContributionTree = readonly ContributionBlock[];

export type ContributionBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly ContributionInline[])[] }
  | { readonly kind: 'quotation'; readonly blocks: readonly ContributionBlock[] };

export type ContributionInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly ContributionInline[] }
  /** The address stands there as it was typed, so that nobody is led elsewhere than where they read. */
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

/** Quotations within quotations; deeper marks are text. */
const DEEPEST_QUOTATION = 4;

/**
 * Parses the body of a contribution, as it is kept (line ends are `\n`). Any text parses, in time that grows with its length.
 *
 * - A blank line begins another paragraph, a line end another line.
 * - `> ` before a line quotes it; `> > ` quotes within a quotation.
 * - `*so*` and `**so**` are emphasis and strong emphasis: the marks touch a letter or figure inside and none outside.
 * - An address that begins with `http://` or `https://` becomes a link.
 *
 * @example parseContribution('> It burned.\n\nIt did *not*.').map(({ kind }) => kind) // ['quotation', 'paragraph']
 */
export function parseContribution(body: string): ContributionTree {
  return blocksOf(body.split('\n'), DEEPEST_QUOTATION);
}

function blocksOf(lines: readonly string[], depth: number): readonly ContributionBlock[] {
  const blocks: ContributionBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at]!, depth);
    const end = lines.findIndex((line, index) => index > at && kindOf(line, depth) !== kind);
    const run = lines.slice(at, end === -1 ? lines.length : end);
    if (kind === 'paragraph') blocks.push({ kind, lines: run.map((line) => inlinesOf(line)) });
    if (kind === 'quotation') blocks.push({ kind, blocks: blocksOf(run.map(withoutMark), depth - 1) });
    at += run.length;
  }
  return blocks;
}

function kindOf(line: string, depth: number): 'blank' | 'quotation' | 'paragraph' {
  if (line.trim() === '') return 'blank';
  return depth > 0 && /^>(?: |$)/.test(line) ? 'quotation' : 'paragraph';
}

const withoutMark = (line: string) => line.replace(/^> ?/, '');

const ADDRESS = /\bhttps?:\/\/[^\s<>"\\^`{|}]+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'’”»\]*]+$/u;

/*
 *   See *this*: https://example.org/a.
 *       ^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
 */
function inlinesOf(line: string): readonly ContributionInline[] {
  const parts: ContributionInline[] = [];
  let from = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const text = addressIn(match[0]);
    const address = linkAddress(text);
    if (address === null) continue;
    parts.push(...emphasised(line.slice(from, match.index)), { kind: 'link', text, address });
    from = match.index + text.length;
  }
  return [...parts, ...emphasised(line.slice(from))];
}

/** A bracket that ends it belongs to it only when it also opens in it. */
function addressIn(found: string): string {
  const address = found.replace(TRAILING, '');
  return address.endsWith(')') && !address.includes('(') ? addressIn(address.slice(0, -1)) : address;
}

/** Opening and closing marks, each beside a letter or figure, none with one outside; nothing is within a link. */
const STRONG =
  /(?<![\p{L}\p{N}*])\*\*(?=[\p{L}\p{N}«“"'‘(])([^*]{1,2000}?)(?<=[\p{L}\p{N}.,;:!?…»”"'’)])\*\*(?![\p{L}\p{N}*])/gu;
const EMPHASIS =
  /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}«“"'‘(])([^*]{1,2000}?)(?<=[\p{L}\p{N}.,;:!?…»”"'’)])\*(?![\p{L}\p{N}*])/gu;

function emphasised(text: string): readonly ContributionInline[] {
  return split(text, STRONG, 'strong', (outside) =>
    split(outside, EMPHASIS, 'emphasis', (plain) => (plain === '' ? [] : [{ kind: 'text', text: plain }])),
  );
}

function split(
  text: string,
  pattern: RegExp,
  kind: 'emphasis' | 'strong',
  rest: (outside: string) => readonly ContributionInline[],
): readonly ContributionInline[] {
  const parts: ContributionInline[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(...rest(text.slice(from, match.index)));
    parts.push({ kind, children: [{ kind: 'text', text: match[1]! }] });
    from = match.index + match[0].length;
  }
  return [...parts, ...rest(text.slice(from))];
}
