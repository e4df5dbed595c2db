import { METADATA_FIELDS } from '#domain/metadata.ts';
import type { Guess, Reading } from '#domain/reading.ts';
import { isMessageKey, type MessageKey } from '#locale/translate.ts';
import type { Terminal } from './terminal.ts';

/** A reading for people: what was recognised, by what, how sure, and what is left to decide. */
export function showReading(path: string, reading: Reading, terminal: Terminal): string {
  const { text, paint } = terminal;
  const head = text('cli.read.head', {
    path,
    format: reading.format,
    encoding: reading.encoding,
    language: reading.language ?? '?',
  });
  return [
    paint('bold', head),
    ...section('cli.read.metadata', metadataLines(reading, terminal), terminal),
    ...section(
      'cli.read.guesses',
      reading.guesses.map((guess) => guessLine(guess, terminal)),
      terminal,
    ),
    ...section('cli.read.counts', [countsLine(reading, terminal)], terminal),
    ...section('cli.read.sections', sectionLines(reading, terminal), terminal),
    ...section('cli.read.furniture', furnitureLines(reading, terminal), terminal),
    ...section('cli.read.problems', problemLines(reading, terminal), terminal),
    '',
  ].join('\n');
}

function section(title: MessageKey, lines: readonly string[], { text, paint }: Terminal): readonly string[] {
  return lines.length === 0 ? [] : ['', paint('bold', text(title)), ...lines.map((line) => `  ${line}`)];
}

function metadataLines({ metadata }: Reading, { text, paint }: Terminal): readonly string[] {
  const known = METADATA_FIELDS.map(({ name, key }) => ({
    name,
    key,
    value: [metadata[name] ?? []].flat().join(', '),
  }));
  return known
    .filter(({ name, value }) => value || name === 'title' || name === 'authors')
    .map(({ key, value }) => `${key.padEnd(16)}${value || paint('yellow', text('cli.read.missing'))}`);
}

function guessLine({ what, value, evidence, confidence, alternatives }: Guess, terminal: Terminal): string {
  const sure = `${Math.round(confidence * 100)} %`.padStart(5);
  const others = alternatives.length > 0 ? ` (${terminal.text('cli.read.or')} ${alternatives.join(' | ')})` : '';
  const line = `${what.padEnd(14)}${sure}  ${String(evidence.line).padStart(5)}  ${value ?? '–'}${others}`;
  const shown = cut(`${line}  ${terminal.paint('dim', quoted(evidence.excerpt))}`, terminal);
  return confidence < 0.5 ? terminal.paint('yellow', shown) : shown;
}

function countsLine({ counts }: Reading, { text }: Terminal): string {
  const names = ['sections', 'paragraphs', 'quotations', 'notes', 'words', 'noteWords'] as const;
  return names.map((name) => text(`cli.read.count-${name}`, { count: counts[name] })).join(', ');
}

function sectionLines({ sections }: Reading, terminal: Terminal): readonly string[] {
  if (sections.length < 2) return [];
  return sections.map(({ heading, line, paragraphs }) => {
    const count = terminal.text('cli.read.count-paragraphs', { count: paragraphs });
    return cut(
      `${String(line).padStart(5)}  ${heading ?? terminal.paint('dim', terminal.text('cli.read.no-heading'))}  ${count}`,
      terminal,
    );
  });
}

function furnitureLines({ furniture }: Reading, terminal: Terminal): readonly string[] {
  return furniture.map(({ lines, text, why }) =>
    cut(`${lines.join('–').padStart(9)}  ${why.padEnd(12)}  ${terminal.paint('dim', quoted(text))}`, terminal),
  );
}

function problemLines({ problems }: Reading, { text, paint }: Terminal): readonly string[] {
  return problems.map(({ code, message, values, line }) => {
    const place = line === null ? '     ' : String(line).padStart(5);
    return `${place}  ${paint('red', isMessageKey(code) ? text(code, values) : message)}`;
  });
}

const EXCERPT_CHARACTERS = 70;

function quoted(excerpt: string): string {
  const line = excerpt.replace(/\s+/g, ' ').trim();
  if (!line) return '';
  return `“${line.length > EXCERPT_CHARACTERS ? `${line.slice(0, EXCERPT_CHARACTERS - 1)}…` : line}”`;
}

/** Escape codes are not counted: only whole lines without them are cut, at the terminal's width. */
function cut(line: string, { columns }: Terminal): string {
  const bare = line.replace(/\u001B\[\d+m/g, '');
  const room = (columns ?? Number.POSITIVE_INFINITY) - 2;
  return bare.length <= room ? line : `${bare.slice(0, room - 1)}…`;
}
