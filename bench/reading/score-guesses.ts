import type { PrintedMetadata } from './head.ts';
import type { ReadingJson } from './reading-shape.ts';
import type { Transcription } from './transcription.ts';

type Add = (name: string, number: number) => void;

const FIELDS = ['title', 'authors', 'postedBy', 'online', 'written', 'firstPublished'] as const;
type Field = (typeof FIELDS)[number];

/** Right where the page prints the field; invented where it does not and the reader gives one all the same. */
export function scoreMetadata(truth: Transcription, read: ReadingJson, add: Add, faults: string[]): void {
  for (const field of FIELDS) {
    const wanted = truth.metadata[field];
    const given = textOf(read.metadata[field]);
    if (wanted === null) {
      if (truth.doubtful.includes(field)) continue;
      add('metadata absent', 1);
      if (given === null) continue;
      add('metadata invented', 1);
      faults.push(`${field} invented: ${given}`);
    } else {
      add('metadata printed', 1);
      add(`${field} printed`, 1);
      if (same(field, wanted, given)) {
        add('metadata right', 1);
        add(`${field} right`, 1);
      } else faults.push(`${field}: “${String(wanted)}” read as ${given === null ? 'nothing' : `“${given}”`}`);
    }
  }
}

/** Guesses made with a confidence of 0.8 or more that the truth denies. Guesses about things the truth is silent on are not counted. */
export function overconfident(truth: Transcription, read: ReadingJson, add: Add, faults: string[]): void {
  for (const guess of read.guesses) {
    if (guess.confidence < 0.8) continue;
    const right = verdict(guess, truth, read);
    if (right === null) continue;
    add('sure', 1);
    if (right) continue;
    add('sure and wrong', 1);
    faults.push(
      `sure (${guess.confidence}) and wrong: ${guess.what} “${String(guess.value).slice(0, 40)}” line ${guess.evidence.line}`,
    );
  }
}

function verdict(guess: ReadingJson['guesses'][number], truth: Transcription, read: ReadingJson): boolean | null {
  if ((FIELDS as readonly string[]).includes(guess.what)) {
    const field = guess.what as Field;
    if (truth.doubtful.includes(field)) return null;
    const wanted = truth.metadata[field];
    const given = textOf(guess.value);
    return wanted === null ? given === null : same(field, wanted, given);
  }
  const label = truth.labels[guess.evidence.line - 1];
  if (guess.what === 'language') return guess.value === truth.language;
  if (guess.what === 'heading') return label === 'heading';
  if (guess.what === 'quotation' || guess.what === 'verse' || guess.what === 'list') return label === guess.what;
  if (guess.what === 'furniture') return label === 'furniture' || label === 'head' || label === 'notes heading';
  if (guess.what === 'section') return nearBreak(truth, guess.evidence.line);
  if (guess.what === 'note') return noteRight(guess, truth, read);
  return null;
}

function nearBreak(truth: Transcription, line: number): boolean {
  const label = truth.labels[line - 1];
  if (label === 'break' || label === 'heading') return true;
  const body = truth.items.filter((item) => item.kind !== 'note');
  return body.some(
    (item, index) => index > 0 && item.section !== body[index - 1]!.section && Math.abs(item.line - line) <= 5,
  );
}

/** The evidence of a pairing is its call or its body; it is right when a true note is called or explained on that line. */
function noteRight(guess: ReadingJson['guesses'][number], truth: Transcription, read: ReadingJson): boolean {
  const line = guess.evidence.line;
  const here = read.notes.filter(
    (note) => note.call && note.body && (note.call.line === line || note.body.line === line),
  );
  const pairs = truth.notes.filter((note) => note.call && note.body);
  if (here.length === 0) return truth.notes.some((note) => note.call?.line === line || note.body?.line === line);
  return here.some((note) =>
    pairs.some((pair) => pair.call!.line === note.call!.line && pair.body!.line === note.body!.line),
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
  return String(value) === '' ? null : String(value);
}

function same(field: Field, wanted: NonNullable<PrintedMetadata[Field]>, given: string | null): boolean {
  if (given === null) return false;
  const flat = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (field === 'online' || field === 'written' || field === 'firstPublished') return wanted === given;
  return flat(typeof wanted === 'string' ? wanted : wanted.join(', ')) === flat(given);
}
