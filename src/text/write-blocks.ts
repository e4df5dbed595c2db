import type { Code, FootnoteDefinition, List, ListItem, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { isLoose } from './list-form.ts';
import { noteLabel, writeAttributes, writeLine, writeParagraph } from './write-phrasing.ts';

interface Place {
  readonly verse: boolean;
  readonly inList: boolean;
  /** The bullet of the list item this block begins, which a list beginning it must differ from: `- - -` is a break. */
  readonly bullet: string | null;
}

const TOP: Place = { verse: false, inList: false, bullet: null };

/** Blocks with a blank line between, ending in a line end; nothing for nothing. */
export function writeBlocks(nodes: readonly RootContent[]): string {
  const written = joinBlocks(nodes, TOP);
  return written === '' ? '' : `${written}\n`;
}

function joinBlocks(nodes: readonly RootContent[], place: Place, between = '\n\n'): string {
  const written: string[] = [];
  let last: List | null = null;
  let lastMark = '';
  for (const node of nodes) {
    const here = written.length === 0 ? place : { ...place, bullet: null };
    const follows = last !== null && node.type === 'list' && (last.ordered ?? false) === (node.ordered ?? false);
    const mark: string = node.type === 'list' ? listMark(node, { follows, lastMark, bullet: here.bullet }) : '';
    const text = node.type === 'list' ? writeList(node, mark) : writeBlock(node, here);
    if (text === '') continue;
    written.push(text);
    last = node.type === 'list' ? node : null;
    lastMark = mark;
  }
  return written.join(between);
}

function writeBlock(node: RootContent, place: Place): string {
  switch (node.type) {
    case 'paragraph':
      return writeParagraph(node.children, place);
    case 'heading':
      return writeHeading(node.depth, writeLine(node.children));
    case 'thematicBreak':
      return place.inList ? '___' : '* * *';
    case 'blockquote':
      return prefixed(joinBlocks(node.children, { ...TOP, inList: place.inList }), '> ', '>');
    case 'code':
      return writeCode(node);
    case 'table':
      return writeTable(node);
    case 'containerDirective':
      return writeContainer(node, place);
    case 'leafDirective':
      return writeLeaf(node);
    case 'footnoteDefinition':
      return writeNote(node);
    case 'list':
      return writeList(node, listMark(node, { follows: false, lastMark: '', bullet: place.bullet }));
    case 'html':
      return writeParagraph([{ type: 'text', value: node.value }], place);
    default:
      return 'children' in node ? joinBlocks(node.children as RootContent[], place) : '';
  }
}

function writeHeading(depth: number, content: string): string {
  // A closing run of `#` is decoration in Markdown.
  const open = '#'.repeat(depth);
  return content === '' ? open : `${open} ${content.replace(/(^|[ \t])(#+)$/, '$1\\$2')}`;
}

interface MarkChoice {
  readonly follows: boolean;
  readonly lastMark: string;
  readonly bullet: string | null;
}

/** Two lists in a row are two only by their marks. */
function listMark(list: List, { follows, lastMark, bullet }: MarkChoice): string {
  if (list.ordered) return follows && lastMark === '.' ? ')' : '.';
  return (follows ? lastMark : bullet) === '-' ? '*' : '-';
}

function writeList(list: List, mark: string): string {
  const loose = isLoose(list);
  const items = list.children.map((item, index) => writeItem(item, itemMark(list, mark, index), loose));
  return items.join(loose ? '\n\n' : '\n');
}

function itemMark(list: List, mark: string, index: number): string {
  if (!list.ordered) return mark;
  return `${Math.min((list.start ?? 1) + index, 999_999_999)}${mark}`;
}

function writeItem(item: ListItem, mark: string, loose: boolean): string {
  const place: Place = { verse: false, inList: true, bullet: mark.length === 1 ? mark : null };
  const content = joinBlocks(item.children, place, loose ? '\n\n' : '\n');
  if (content === '') return mark;
  return `${mark} ${prefixed(content, ' '.repeat(mark.length + 1), '').slice(mark.length + 1)}`;
}

function writeCode({ value, lang, meta }: Code): string {
  const text = value.replace(/\r\n?/g, '\n');
  const info = lang ? [lang, ...(meta ? [meta] : [])].map(infoWord).join(' ') : '';
  const mark = info.includes('`') ? '~' : '`';
  const fence = mark.repeat(Math.max(3, longestRun(text, mark) + 1));
  return text === '' ? `${fence}${info}\n${fence}` : `${fence}${info}\n${text}\n${fence}`;
}

function infoWord(word: string, index: number): string {
  const escaped = word.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replace(/&(?=[#\w]+;)/g, '\\&');
  const spaces = index === 0 ? /[\s]/g : /[\r\n]|^\s|\s$/g;
  return escaped.replace(/^~/, '\\~').replace(spaces, (space) => `&#${space.charCodeAt(0)};`);
}

function longestRun(text: string, mark: string): number {
  let longest = 0;
  for (const run of text.match(mark === '~' ? /~+/g : /`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}

function writeTable(table: Table): string {
  const width = Math.max(1, ...table.children.map((row) => row.children.length));
  const rows = table.children.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => writeLine(row.children[index]?.children ?? [], 'cell'));
    return `| ${cells.join(' | ')} |`;
  });
  const rule = Array.from({ length: width }, (_, index) => ALIGNMENTS[table.align?.[index] ?? 'none']);
  return [rows[0], `| ${rule.join(' | ')} |`, ...rows.slice(1)].join('\n');
}

const ALIGNMENTS = { none: '---', left: ':---', right: '---:', center: ':---:' } as const;

function writeContainer(node: ContainerDirective, place: Place): string {
  const [first, ...rest] = node.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : null;
  const children = label ? rest : node.children;
  const content = joinBlocks(children, {
    ...TOP,
    verse: node.name === 'verse',
    inList: place.inList,
  });
  if (content === '' && label === null) return '';
  const fence = ':'.repeat(Math.max(3, longestFence(content) + 1));
  const head = label ? `[${writeLine(label.children, 'label')}]` : '';
  return `${fence}${node.name}${head}${writeAttributes(node.attributes)}\n${content === '' ? '' : `${content}\n`}${fence}`;
}

/** Colons at the start of a line inside would end the directive. */
function longestFence(content: string): number {
  let longest = 0;
  for (const line of content.match(/(?:^|\n)[ \t]*:{3,}/g) ?? []) longest = Math.max(longest, line.trim().length);
  return longest;
}

function writeLeaf(node: LeafDirective): string {
  const label = writeLine(node.children, 'label');
  return `::${node.name}${label === '' ? '' : `[${label}]`}${writeAttributes(node.attributes)}`;
}

function writeNote(note: FootnoteDefinition): string {
  const mark = `[^${noteLabel(note)}]:`;
  const content = joinBlocks(note.children, TOP);
  return content === '' ? mark : `${mark} ${prefixed(content, '    ', '').slice(4)}`;
}

function prefixed(text: string, prefix: string, blank: string): string {
  if (text === '') return '';
  return text
    .split('\n')
    .map((line) => (line === '' ? blank : prefix + line))
    .join('\n');
}
