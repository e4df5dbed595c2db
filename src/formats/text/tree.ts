import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import type { Part } from './body.ts';
import { headingText } from './headings.ts';
import { nodesOf, type PairedCall } from './inline.ts';
import { leadInLength } from './lead-in.ts';
import { leastIndent } from './lines.ts';
import { signatureOf } from './note-signature.ts';
import type { Passage } from './passage.ts';
import type { Segment } from './segments.ts';
import { cellsOf, isTableRule } from './table.ts';

export interface TreePlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly calls: ReadonlyMap<number, readonly PairedCall[]>;
}

export interface NoteBody {
  readonly identifier: string;
  readonly segments: readonly number[];
}

/** Parts and notes as the tree of the source. */
export function treeOf(place: TreePlace, parts: readonly Part[], notes: readonly NoteBody[]): Root {
  const children: RootContent[] = [];
  let quotation: number | null = null;
  let atStart = true;
  for (const [index, part] of parts.entries()) {
    if (part.breakBefore === 'mark') children.push({ type: 'thematicBreak' });
    else if (part.breakBefore === 'space')
      children.push({ type: 'leafDirective', name: 'break', attributes: {}, children: [] });
    atStart = index === 0 || part.breakBefore !== null || parts[index - 1]?.kind === 'heading';
    const block = blockOf(place, part, atStart);
    const last = children.at(-1);
    if (part.kind !== 'quotation') children.push(block);
    else if (part.quotation === quotation && last?.type === 'blockquote') last.children.push(block as BlockContent);
    else children.push({ type: 'blockquote', children: [block as BlockContent] });
    quotation = part.quotation;
  }
  return { type: 'root', children: [...children, ...notes.map((note) => noteOf(place, note))] };
}

const callsIn = (place: TreePlace, at: number): readonly PairedCall[] => place.calls.get(at) ?? [];

function blockOf(place: TreePlace, part: Part, atStart: boolean): RootContent {
  const [first] = part.segments as [number];
  switch (part.kind) {
    case 'heading':
      return headingOf(place, part, first);
    case 'verse':
      return {
        type: 'containerDirective',
        name: 'verse',
        attributes: {},
        children: part.segments.map((at) => stanzaOf(place, at)),
      };
    case 'list':
      return listOf(place, part);
    case 'table':
      return tableOf(place, first);
    default:
      return { type: 'paragraph', children: proseOf(place, part.segments, atStart && part.kind === 'paragraph') };
  }
}

function proseOf(place: TreePlace, segments: readonly number[], mayLeadIn: boolean): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const at of segments) {
    const passage = place.passages[at]!;
    if (nodes.length > 0) nodes.push({ type: 'text', value: ' ' });
    const leadIn = mayLeadIn && nodes.length === 0 ? leadInLength(passage.text) : 0;
    for (const node of nodesOf(passage, callsIn(place, at), { leadIn })) nodes.push(node);
  }
  return nodes;
}

function headingOf(place: TreePlace, part: Part, at: number): RootContent {
  const passage = place.passages[at]!;
  const bare = part.style ? headingText(passage.text, part.style) : passage.text;
  const from = Math.max(0, passage.text.indexOf(bare));
  const cut = { ...passage, text: passage.text.slice(0, from + bare.length) };
  const signs = part.style === 'markdown' ? (/^[#=]+/.exec(passage.text)?.[0].length ?? 2) : 2;
  const depth = Math.min(6, Math.max(2, signs)) as 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth, children: nodesOf(cut, callsIn(place, at), { from }) };
}

/** Each line of a stanza keeps its indentation, measured from the stanza's outermost line. */
function stanzaOf(place: TreePlace, at: number): BlockContent {
  const { lines } = place.segments[at]!;
  const passage = place.passages[at]!;
  const least = leastIndent(lines);
  const children: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    const from = passage.pieces[index]!.offset;
    const until = passage.pieces[index + 1]?.offset ?? passage.text.length;
    const cut = { ...passage, text: passage.text.slice(0, until).trimEnd() };
    if (index > 0) children.push({ type: 'text', value: '\n' });
    const spaces = '\u2003'.repeat(Math.min(12, Math.ceil((line.indent - least) / 2)));
    if (spaces !== '') children.push({ type: 'text', value: spaces });
    children.push(
      ...nodesOf(
        cut,
        callsIn(place, at).filter((call) => call.start >= from && call.end <= until),
        { from },
      ),
    );
  }
  return { type: 'paragraph', children };
}

function listOf(place: TreePlace, part: Part): RootContent {
  const mark = place.segments[part.segments[0]!]!.mark;
  const ordered = mark !== null && /^\d+$/.test(mark.label) && (mark.form === 'dotted' || mark.form === 'closed');
  const items = part.segments.map((at): ListItem => {
    const own = place.segments[at]!.mark;
    const from = own && (ordered || own.form === 'bullet' || own.form === 'symbol') ? own.length : 0;
    return {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: nodesOf(place.passages[at]!, callsIn(place, at), { from }) }],
    };
  });
  return { type: 'list', ordered, start: ordered ? Number(mark.label) : null, spread: false, children: items };
}

function tableOf(place: TreePlace, at: number): RootContent {
  const rows = place.segments[at]!.lines.filter((line) => !isTableRule(line.text)).map(
    (line): TableRow => ({
      type: 'tableRow',
      children: cellsOf(line.text).map((cell) => ({
        type: 'tableCell',
        children: cell === '' ? [] : [{ type: 'text', value: cell }],
      })),
    }),
  );
  return { type: 'table', align: null, children: rows };
}

function noteOf(place: TreePlace, { identifier, segments }: NoteBody): FootnoteDefinition {
  const children = segments.map((at, index): BlockContent => {
    const from = index === 0 ? (place.segments[at]!.mark?.length ?? 0) : 0;
    return { type: 'paragraph', children: nodesOf(place.passages[at]!, callsIn(place, at), { from }) };
  });
  const kind = signatureOf(place.passages[segments.at(-1)!]!.text);
  const first = children[0];
  if (kind !== null && first?.type === 'paragraph')
    first.children.unshift(
      { type: 'textDirective', name: 'kind', attributes: {}, children: [{ type: 'text', value: kind }] },
      { type: 'text', value: ' ' },
    );
  return { type: 'footnoteDefinition', identifier, label: identifier, children };
}
