import type { Dice } from './dice.ts';
import { inShare, POOLS } from './pools.ts';
import type { Part, Work } from './work.ts';
import { listWorks, type Share } from './works.ts';

/** A text made up for one transcription: parts and notes of a work, shortened, lengthened, mixed. */
export interface Composed extends Omit<Work, 'slug'> {
  /** Notes whose body, or whose call, the copyist lost. */
  readonly orphans: ReadonlyMap<string, 'call' | 'body'>;
}

/** Interviews, whose questions look like headings: one or two in the set, not one in five. */
const ASKED = /interview|entretien/;

/** Takes a run of a work, drops some of its notes, adds others and a few sentences that look like something they are not. */
export function compose(language: 'en' | 'fr', share: Share, dice: Dice): Composed {
  const works = listWorks(share, language);
  const first = dice.pick(works);
  const work = ASKED.test(first.slug) ? dice.pick(works) : first;
  const notes = new Map(work.notes);
  const parts = withVariety(runOf(work.parts, dice), language, share, dice, notes);
  const called = new Set(
    parts.flatMap(textsOf).flatMap((text) => [...text.matchAll(/\[\^(\w+)\]/g)].map((m) => m[1]!)),
  );
  for (const label of notes.keys()) if (!called.has(label)) notes.delete(label);
  return { ...work, parts, notes, orphans: orphansAmong([...called], dice) };
}

export function textsOf(part: Part): readonly string[] {
  if (part.kind === 'paragraph' || part.kind === 'heading') return [part.text];
  if (part.kind === 'quotation') return part.paragraphs;
  if (part.kind === 'verse') return part.stanzas.flat();
  if (part.kind === 'list') return part.items;
  return part.kind === 'table' ? part.rows.flat() : [];
}

/** Long works give one to three of their sections; others nearly all of themselves. */
function runOf(parts: readonly Part[], dice: Dice): Part[] {
  if (parts.length <= 24) return parts.filter((part) => part.kind === 'heading' || !dice.chance(0.06));
  const starts = parts.flatMap((part, index) => (part.kind === 'heading' ? [index] : []));
  const first = dice.between(0, starts.length - 2);
  const end = starts[first + dice.between(1, 3)] ?? parts.length;
  return parts.slice(first === 0 && dice.chance(0.5) ? 0 : starts[first], end);
}

function withVariety(
  parts: Part[],
  language: 'en' | 'fr',
  share: Share,
  dice: Dice,
  notes: Map<string, readonly string[]>,
): Part[] {
  const pool = POOLS[language];
  let varied = dice.chance(0.15)
    ? parts.map((part): Part => (part.kind === 'heading' ? { kind: 'break' } : part))
    : parts;
  varied = varied.filter(
    (part, index) =>
      part.kind !== 'break' || (index > 0 && index < varied.length - 1 && varied[index - 1]?.kind !== 'break'),
  );
  if (!varied.some((part) => part.kind === 'break' || part.kind === 'heading')) varied = withBreak(varied, dice);
  if (!varied.some((part) => part.kind === 'list') && dice.chance(0.3))
    varied = inserted(varied, [{ kind: 'list', ...dice.pick(inShare(pool.lists, share)) }], dice);
  if (!varied.some((part) => part.kind === 'verse') && dice.chance(0.22))
    varied = inserted(varied, [{ kind: 'verse', stanzas: dice.pick(inShare(pool.verses, share)) }], dice);
  if (dice.chance(0.15))
    varied = inserted(
      varied,
      dice.pick(inShare(pool.talk, share)).map((text): Part => ({ kind: 'paragraph', text })),
      dice,
    );
  for (let count = dice.between(0, 3); count > 0; count--)
    varied = withSentence(varied, dice.pick(inShare(pool.traps, share)), dice);
  varied = varied.map((part) => withoutSomeCalls(part, dice));
  for (let count = dice.between(0, 5); count > 0; count--) {
    const label = `x${count}`;
    const body = dice.pick(inShare(pool.notes, share));
    const next = withSentence(varied, `[^${label}]`, dice);
    if (next === varied || [...notes.values()].includes(body)) continue;
    varied = next;
    notes.set(label, body);
  }
  return varied;
}

function withBreak(parts: Part[], dice: Dice): Part[] {
  const at = dice.between(2, Math.max(2, parts.length - 2));
  return [...parts.slice(0, at), { kind: 'break' }, ...parts.slice(at)];
}

/** Between two paragraphs of prose, so that neither a heading nor another list stands against it. */
function inserted(parts: Part[], added: readonly Part[], dice: Dice): Part[] {
  const places = parts.flatMap((p, i) =>
    i > 0 && p.kind === 'paragraph' && parts[i - 1]?.kind === 'paragraph' && p.text.length > 120 ? [i] : [],
  );
  if (places.length === 0) return parts;
  const at = dice.pick(places);
  return [...parts.slice(0, at), ...added, ...parts.slice(at)];
}

/** Puts a sentence (or a call) behind a sentence of some long paragraph. */
function withSentence(parts: Part[], sentence: string, dice: Dice): Part[] {
  const long = parts.flatMap((part, index) => (part.kind === 'paragraph' && part.text.length > 160 ? [index] : []));
  if (long.length === 0) return parts;
  const index = dice.pick(long);
  const part = parts[index] as Part & { kind: 'paragraph' };
  const ends = [...part.text.matchAll(/\p{Ll}{3}[.!?](?= \p{Lu})/gu)].map((match) => match.index + match[0].length);
  if (ends.length === 0) return parts;
  const at = dice.pick(ends);
  const text = `${part.text.slice(0, at)}${sentence.startsWith('[^') ? '' : ' '}${sentence}${part.text.slice(at)}`;
  return parts.map((p, i) => (i === index ? { ...part, text } : p));
}

function withoutSomeCalls(part: Part, dice: Dice): Part {
  if (part.kind !== 'paragraph') return part;
  return { ...part, text: part.text.replace(/\[\^\w+\]/g, (call) => (dice.chance(0.08) ? '' : call)) };
}

function orphansAmong(labels: readonly string[], dice: Dice): ReadonlyMap<string, 'call' | 'body'> {
  if (labels.length < 4 || !dice.chance(0.15)) return new Map();
  return new Map([[labels[dice.between(1, labels.length - 2)]!, dice.chance(0.5) ? 'call' : 'body']]);
}
