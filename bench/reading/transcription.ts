import { choose } from './chosen.ts';
import { compose } from './compose.ts';
import { type Dice, dice } from './dice.ts';
import { dressed } from './dress.ts';
import { encode } from './encode.ts';
import { FURNITURE } from './furniture.ts';
import { type PrintedHead, type PrintedMetadata, printHead } from './head.ts';
import { MARKS, type MarkName } from './marks.ts';
import { paginate } from './paginate.ts';
import type { Item, Label, Line } from './sheet.ts';
import { STYLES, type Style } from './styles.ts';
import { typeOut } from './type-out.ts';
import type { Share } from './works.ts';
import { CALL, GLUE } from './wrap.ts';

/** One file to read, and what a reader should find in it. */
export interface Transcription {
  readonly name: string;
  readonly style: string;
  readonly language: 'en' | 'fr';
  readonly fileName: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** What each line is, from line 1. */
  readonly labels: readonly Label[];
  readonly items: readonly TruthItem[];
  readonly notes: readonly TruthNote[];
  readonly metadata: PrintedMetadata;
  /** Fields a page says something doubtful about: neither printed nor invented. */
  readonly doubtful: readonly (keyof PrintedMetadata)[];
  readonly mark: MarkName;
}

export interface TruthItem extends Item {
  readonly line: number;
}

export interface TruthNote {
  readonly label: string;
  readonly call: { readonly line: number; readonly column: number; readonly width: number } | null;
  readonly body: { readonly line: number; readonly text: string } | null;
}

/** Every style in both languages, `copies` times: the same set on every machine. */
export function listTranscriptions(share: Share, copies: number): Transcription[] {
  const styles = STYLES.filter((style) => share === 'held-out' || !style.heldOut);
  return styles.flatMap((style) =>
    (['en', 'fr'] as const).flatMap((language) =>
      Array.from({ length: copies }, (_, copy) => transcribe(style, language, share, copy + 1)),
    ),
  );
}

function transcribe(style: Style, language: 'en' | 'fr', share: Share, copy: number): Transcription {
  const die = dice(`${share}/${style.name}/${language}/${copy}`);
  const work = compose(language, share, die);
  const chosen = choose(style, work, die);
  const { lines: sheet, numbers, noteLines } = typeOut(work, chosen, die);
  const body = paginate(sheet, work, chosen, numbers, noteLines, die).map((line) => ({
    ...line,
    text: line.text && line.text !== '\f' ? chosen.margin + line.text : line.text,
  }));
  const head = printHead(die.pick(style.heads), work, die);
  const { above, below, metadata, doubtful } = furnish(style, language, head, die);
  const dress = (text: string): string => dressed(text, { ...chosen.dress, emphasis: '*' });
  const plain =
    (label: Label) =>
    (text: string): Line => ({ text: dress(text), label: text === '' ? 'blank' : label, item: null, goesOn: false });
  const blanks = (most: number): Line[] => Array.from({ length: die.between(1, most) }, () => plain('blank')(''));
  const headFirst = above.length === 0 || die.chance(0.25);
  const headLines = [...head.lines.map(plain('head')), ...(head.lines.length > 0 ? blanks(2) : [])];
  const aboveLines = above.length > 0 ? [...above.map(plain('furniture')), ...blanks(2)] : [];
  const lines = [
    ...(headFirst ? [...headLines, ...aboveLines] : [...aboveLines, ...headLines]),
    ...body,
    ...(below.length > 0 ? [...blanks(3), ...below.map(plain('furniture'))] : []),
  ];
  const { labels, notes } = numbered(lines, numbers, chosen.mark);
  untidy(lines, chosen.encoding.startsWith('utf'), die);
  const text = lines.map((line) => line.text).join(chosen.lineEnd) + (die.chance(0.8) ? chosen.lineEnd : '');
  const encoded = encode(text, chosen.encoding);
  return {
    name: `${style.name}, ${language}, ${copy}`,
    style: style.name,
    language,
    fileName: `transcription.${style.file}`,
    encoding: encoded ? chosen.encoding : 'utf-8',
    bytes: encoded ?? encode(text, 'utf-8')!,
    text,
    labels,
    items: itemsOf(lines),
    notes,
    metadata: { ...metadata, title: metadata.title === null ? null : dress(metadata.title) },
    doubtful,
    mark: chosen.mark,
  };
}

/** Spaces nobody sees: at the ends of lines, and on lines that look blank. */
function untidy(lines: Line[], unicode: boolean, die: Dice): void {
  const trailing = die.chance(0.15);
  const blank = die.chance(0.12) ? die.pick([' ', '  ', '\t', unicode ? '\u00a0' : ' ']) : '';
  for (const line of lines) {
    if (line.text === '') line.text = blank;
    else if (trailing && line.text !== '\f' && line.label !== 'verse' && die.chance(0.5)) line.text += ' ';
  }
}

/** Puts the numbers in the place of the calls, and remembers where each note is called and explained. */
function numbered(
  lines: Line[],
  numbers: ReadonlyMap<string, number>,
  name: MarkName,
): { labels: Label[]; notes: TruthNote[] } {
  const mark = MARKS[name];
  const found = new Map<string, { label: string; call: TruthNote['call']; body: TruthNote['body'] }>();
  const note = (label: string) => {
    const known = found.get(label) ?? { label: mark.label(numbers.get(label)!), call: null, body: null };
    found.set(label, known);
    return known;
  };
  lines.forEach((line, index) => {
    line.text = line.text.replaceAll(GLUE, ' ');
    for (let match = new RegExp(CALL.source).exec(line.text); match; match = new RegExp(CALL.source).exec(line.text)) {
      const call = mark.call(numbers.get(match[1]!)!);
      note(match[1]!).call = { line: index + 1, column: match.index + 1, width: call.length };
      line.text = line.text.replace(match[0], () => call);
    }
    if (line.item?.note && !found.get(line.item.note)?.body)
      note(line.item.note).body = { line: index + 1, text: line.item.text };
  });
  return { labels: lines.map((line) => line.label), notes: [...found.values()] };
}

function itemsOf(lines: readonly Line[]): TruthItem[] {
  const items = new Map<Item, TruthItem>();
  lines.forEach((line, index) => {
    if (line.item && !items.has(line.item)) items.set(line.item, { ...line.item, line: index + 1 });
  });
  return [...items.values()];
}

interface Furnished {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly metadata: PrintedMetadata;
  readonly doubtful: readonly (keyof PrintedMetadata)[];
}

function furnish(style: Style, language: 'en' | 'fr', head: PrintedHead, die: Dice): Furnished {
  const doubtful: (keyof PrintedMetadata)[] = ['written', 'firstPublished'].filter(
    (field) => head.truth[field as 'written'] === null && head.lines.some((line) => /^\s*\d{4}\s*$/.test(line)),
  ) as never;
  if (!style.family) return { above: [], below: [], metadata: head.truth, doubtful };
  const { above, below } = FURNITURE[style.family][language];
  const fill = (line: string): string =>
    line.replace(
      /\{(\w+)\}/g,
      (_, key: string) =>
        ({
          title: head.truth.title ?? 'Text',
          author: head.truth.authors?.[0] ?? head.person,
          person: head.person,
          date: head.date,
          year: head.date.slice(-4),
          n: '48213',
        })[key] ?? '',
    );
  const some = (groups: readonly (readonly string[])[], share: number): string[] => {
    const used = groups.filter(() => die.chance(share));
    const gap = die.between(0, 2);
    return (used.length > 0 ? used : [die.pick(groups)]).flatMap((group, index) => [
      ...(index > 0 ? Array<string>(gap).fill('') : []),
      ...group.map(fill),
    ]);
  };
  const under = some(below, 0.5);
  const poster =
    style.family === 'blog' && under.some((line) => line.startsWith('Posted by') || line.startsWith('Publié par'));
  if (style.family === 'email') doubtful.push('postedBy', 'online', 'title');
  if (under.some((line) => line.includes(head.date))) doubtful.push('online');
  if (style.family === 'gutenberg') doubtful.push('postedBy');
  const metadata = poster ? { ...head.truth, postedBy: head.person } : head.truth;
  return {
    above: die.chance(0.75) ? some(above, 0.5) : [],
    below: under,
    metadata,
    doubtful: doubtful.filter((field) => metadata[field] === null),
  };
}
