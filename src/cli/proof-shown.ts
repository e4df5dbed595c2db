import { isMessageKey } from '#locale/translate.ts';
import type { Finding } from '#proof/finding.ts';
import { messageKeyOf } from '#proof/message-key.ts';
import type { Terminal } from './terminal.ts';

export interface Proofed {
  readonly path: string;
  readonly language: 'en' | 'fr';
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The same with offsets in code points. */
  readonly inCodePoints: readonly Finding[];
}

const EXCERPT = 76;

/** UTF-8, or UTF-16 with its mark; what is neither is Windows-1252. A byte order mark stays: it is a character of the file. */
export function decodeAsGiven(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide !== null) return new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** One line, as docs/reference/proofing.md describes it. */
export function toProofJson({ path, language, inCodePoints }: Proofed, terminal: Terminal): string {
  const findings = inCodePoints.map((finding) => ({
    rule: finding.rule,
    start: finding.start,
    end: finding.end,
    words: finding.words,
    message: messageOf(finding, terminal),
    suggestion: finding.suggestion,
    confidence: finding.confidence,
    evidence: finding.evidence,
  }));
  return JSON.stringify({ file: path, language, findings });
}

/** As a compiler says it: place, what is said, the line with a mark under the words. */
export function showProofed({ path, text, findings }: Proofed, terminal: Terminal): string {
  const lines = lineStarts(text);
  return findings.map((finding) => `${shown({ path, text, finding, lines, terminal })}\n`).join('');
}

interface Shown {
  readonly path: string;
  readonly text: string;
  readonly finding: Finding;
  readonly lines: readonly number[];
  readonly terminal: Terminal;
}

function shown({ path, text, finding, lines, terminal }: Shown): string {
  const { paint } = terminal;
  const line = lineOf(lines, finding.start);
  const column = [...text.slice(lines[line]!, finding.start)].length + 1;
  const head = `${path}:${line + 1}:${column}: ${messageOf(finding, terminal)} [${finding.rule} ${finding.confidence.toFixed(2)}]`;
  const { excerpt, before, width } = excerptOf(text, lines[line]!, finding);
  const suggestion = finding.suggestion === null ? '' : ` ${paint('green', finding.suggestion.trim() || '∅')}`;
  return `${paint('bold', head)}\n  ${excerpt}\n  ${' '.repeat(before)}${paint('yellow', '^'.repeat(width))}${suggestion}\n`;
}

/** The words with what stands around them on their line, no wider than a terminal. */
function excerptOf(text: string, lineStart: number, { start, end }: Finding) {
  const lineEnd = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const from = Math.max(lineStart, start - Math.floor(EXCERPT / 2));
  const to = Math.min(lineEnd, from + EXCERPT);
  const spanEnd = Math.min(Math.max(end, start + 1), Math.max(to, start + 1));
  return {
    excerpt: [...text.slice(from, to)].join('').replaceAll('\t', ' '),
    before: [...text.slice(from, start)].length,
    width: Math.max(1, [...text.slice(start, spanEnd)].length),
  };
}

function messageOf(finding: Finding, terminal: Terminal): string {
  const key = messageKeyOf(finding);
  return isMessageKey(key) ? terminal.text(key, finding.evidence) : finding.rule;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** The last line that begins no later than the offset. */
function lineOf(lines: readonly number[], offset: number): number {
  let from = 0;
  let to = lines.length;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (lines[middle]! <= offset) from = middle;
    else to = middle;
  }
  return from;
}
