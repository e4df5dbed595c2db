import type { Chosen } from './chosen.ts';
import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import { dressed } from './dress.ts';
import { gapAround, gapBefore } from './gaps.ts';
import { headingLines } from './headings.ts';
import { noteLines } from './note-lines.ts';
import { setPart } from './set-part.ts';
import type { Item, Label, Line } from './sheet.ts';
import type { Part } from './work.ts';
import { GLUE } from './wrap.ts';

export interface TypedOut {
  readonly lines: readonly Line[];
  readonly numbers: Map<string, number>;
  readonly noteLines: (label: string) => Line[];
}

/** The text typed out: its lines, with the notes where this typist puts them (those of a page come later, in `paginate`). */
export function typeOut(work: Composed, chosen: Chosen, dice: Dice): TypedOut {
  const typist: Typist = {
    work,
    chosen,
    dice,
    sheet: [],
    numbers: new Map(),
    pending: [],
    section: 1,
    headings: 0,
    count: 0,
    previous: null,
  };
  work.parts.forEach((part, index) => {
    if (opensSection(work.parts, index) && typist.sheet.length > 0) {
      if (chosen.placement === 'section') flushNotes(typist);
      if (index > 0) typist.section++;
    }
    typePart(typist, part);
  });
  flushNotes(typist);
  const ofPage = (label: string): Line[] => noteLines(label, work, chosen, typist.numbers, typist.section, dice);
  return { lines: typist.sheet, numbers: typist.numbers, noteLines: ofPage };
}

interface Typist {
  readonly work: Composed;
  readonly chosen: Chosen;
  readonly dice: Dice;
  readonly sheet: Line[];
  readonly numbers: Map<string, number>;
  /** Notes called and not yet explained. */
  readonly pending: string[];
  section: number;
  headings: number;
  /** Of the notes in this run of numbers. */
  count: number;
  previous: Label | null;
}

function opensSection(parts: readonly Part[], index: number): boolean {
  const kind = parts[index]!.kind;
  return kind === 'break' || (kind === 'heading' && index > 0 && parts[index - 1]?.kind !== 'break');
}

function typePart(typist: Typist, part: Part): void {
  const { chosen, work, dice, section, previous } = typist;
  if (part.kind === 'break') {
    if (chosen.breakMark !== '') put(typist, 'break', null, [chosen.breakMark], chosen.breakGap);
    else typist.previous = 'break';
  } else if (part.kind === 'heading') {
    const { lines, required, optional } = headingLines(
      dressed(part.text, chosen.dress),
      ++typist.headings,
      chosen.heading,
      work.language,
    );
    const item: Item = { kind: 'heading', section, text: required, optional, note: null };
    put(typist, 'heading', item, lines, Math.max(chosen.headingGap, previous === 'break' ? chosen.breakGap : 0));
  } else {
    setPart(part, {
      work,
      chosen,
      dice,
      section,
      gap: gapBefore(part, previous, chosen),
      marked: (text) => marked(typist, text),
      put: (label, item, texts, gap) => put(typist, label, item, texts, gap),
    });
    if (chosen.placement === 'paragraph') flushNotes(typist);
  }
}

function put(typist: Typist, label: Label, item: Item | null, texts: readonly string[], gap: number): void {
  if (typist.sheet.length > 0) putBlanks(typist, gap);
  texts.forEach((text, index) => {
    const goesOn = label === 'paragraph' && index < texts.length - 1;
    typist.sheet.push(text === '' ? { text, label: 'blank', item: null, goesOn } : { text, label, item, goesOn });
  });
  typist.previous = label;
}

function putBlanks({ sheet }: Typist, count: number): void {
  for (let i = 0; i < count; i++) sheet.push({ text: '', label: 'blank', item: null, goesOn: false });
}

/** Prose with the places of its calls marked; each note takes its number when it is first called. */
function marked(typist: Typist, text: string): string {
  const { chosen, work, numbers, pending } = typist;
  const moved = chosen.callFirst ? text.replace(/([.,;:!?»”’\u00a0\u202f]+)(\[\^\w+\])/g, '$2$1') : text;
  const called = moved.replace(/\[\^(\w+)\]/g, (_, label: string) => {
    if (!numbers.has(label)) {
      numbers.set(label, ++typist.count);
      if (work.notes.has(label)) pending.push(label);
    }
    if (work.orphans.get(label) === 'call' && chosen.placement !== 'page') return '';
    return `${chosen.callSpace ? GLUE : ''}\ue000${label}\ue001`;
  });
  return dressed(called, chosen.dress);
}

function flushNotes(typist: Typist): void {
  const { chosen, dice, work, pending, sheet, numbers, section } = typist;
  if (chosen.placement === 'page') return;
  const bodies = pending.splice(0).filter((label) => work.orphans.get(label) !== 'body');
  if (bodies.length === 0) return;
  const between = chosen.placement === 'paragraph';
  const apart = between ? Math.max(gapAround(chosen), chosen.separation === 'line' ? 0 : 1) : chosen.beforeNotes;
  const opening = [between ? '' : chosen.rule, chosen.notesHeading ?? ''].filter((line) => line !== '');
  const spaced = opening.flatMap((line, i) => (i > 0 ? ['', line] : [line]));
  if (opening.length > 0) put(typist, 'notes heading', null, spaced, apart);
  bodies.forEach((label, index) => {
    const lines = noteLines(label, work, chosen, numbers, section, dice);
    putBlanks(typist, index > 0 ? chosen.noteGap : opening.length > 0 ? dice.between(0, 1) : apart);
    sheet.push(...lines);
  });
  typist.previous = 'note';
  if (chosen.restart) typist.count = 0;
}
