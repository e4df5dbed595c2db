import type { Problem } from '#domain/problem.ts';
import type { Guess } from '#domain/reading.ts';
import { repairMojibake } from './mojibake.ts';

export interface Decoded {
  readonly text: string;
  /** A WHATWG label: 'utf-8', 'utf-16le', 'windows-1252', 'iso-8859-15' … */
  readonly encoding: string;
  readonly problems: readonly Problem[];
  readonly guesses: readonly Guess[];
}

/**
 * Bytes of a text file in whatever encoding they came, as text. Never throws: bytes that fit no encoding are read as Windows-1252 and
 * reported, NUL bytes become U+FFFD, and a file that is not text at all gives an empty text and the problem 'not-text'.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return nothing('empty', 'The file is empty.');
  const marked = byteOrderMark(bytes);
  if (marked) return finish(new TextDecoder(marked.encoding).decode(bytes), marked.encoding, []);
  const wide = wideEncoding(bytes);
  if (wide) return finish(new TextDecoder(wide).decode(bytes), wide, [], 0.9);
  if (controlShare(bytes) > 0.02) return nothing('not-text', 'The file is not a text: too many control bytes.');
  return decodeBytes(bytes);
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const invalid = countInvalid(bytes);
  if (invalid.invalid === 0) return finish(new TextDecoder('utf-8').decode(bytes), 'utf-8', []);
  if (invalid.valid > invalid.invalid * 4) {
    const message = `${invalid.invalid} bytes are not UTF-8; they were read as Windows-1252.`;
    const problem: Problem = { code: 'invalid-utf-8', message, values: { count: invalid.invalid }, line: null };
    return finish(decodeMixed(bytes), 'utf-8', [problem]);
  }
  const encoding = singleByteEncoding(bytes);
  const message = `The file is not UTF-8; it was read as ${encoding}.`;
  const problem: Problem = { code: 'legacy-encoding', message, values: { encoding }, line: null };
  // 'iso-8859-1' is what archives call it; the standard decodes it as windows-1252, of which it is a part.
  return finish(new TextDecoder(encoding).decode(bytes), encoding, [problem], encoding === 'iso-8859-15' ? 0.75 : 0.85);
}

function finish(decoded: string, encoding: string, problems: readonly Problem[], confidence = 1): Decoded {
  const guesses: Guess[] = [];
  const found = [...problems];
  let text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  const evidence = { line: 1, excerpt: text.slice(0, 80).split('\n', 1)[0] ?? '' };
  if (confidence < 1) {
    const alternatives =
      encoding === 'iso-8859-15' ? ['iso-8859-1'] : encoding.startsWith('utf') ? [] : ['iso-8859-15'];
    guesses.push({ what: 'encoding', value: encoding, evidence, confidence, alternatives });
  }
  if (text.includes('\0')) {
    found.push({ code: 'nul', message: 'The file holds NUL bytes; each became U+FFFD.', line: null });
    text = text.replaceAll('\0', '\uFFFD');
  }
  const repaired = repairMojibake(text);
  return {
    text: repaired.text,
    encoding,
    problems: [...found, ...repaired.problems],
    guesses: [...guesses, ...repaired.guesses],
  };
}

function nothing(code: string, message: string): Decoded {
  return { text: '', encoding: 'utf-8', problems: [{ code, message, line: null }], guesses: [] };
}

function byteOrderMark(bytes: Uint8Array): { readonly encoding: string } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && countInvalid(bytes).invalid === 0) {
    return { encoding: 'utf-8' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be' };
  return null;
}

/** UTF-16 without a mark shows in its zero bytes: nearly all on one side, in every second place. */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 20_000);
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b)) controls++;
  return controls / bytes.length;
}

/** Length of the well-formed UTF-8 sequence at `at`, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let offset = 1; offset < length; offset++) if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

function countInvalid(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) invalid++;
    else if (length > 1) valid++;
    at += length || 1;
  }
  return { valid, invalid };
}

/** UTF-8 where the bytes are that, Windows-1252 byte by byte where not. */
export function decodeMixed(bytes: Uint8Array): string {
  const [wide, narrow] = [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder('windows-1252')];
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      parts.push(wide.decode(bytes.subarray(start, at)), narrow.decode(bytes.subarray(at, at + 1)));
      start = at + 1;
    }
    at += length || 1;
  }
  parts.push(wide.decode(bytes.subarray(start)));
  return parts.join('');
}

/** Windows-1252 uses 0x80–0x9F; of the two Latin alphabets, only the ninth has letters (œ, Š, ž …) at 0xA6, 0xA8, 0xB4, 0xB8, 0xBC–0xBE. */
function singleByteEncoding(bytes: Uint8Array): string {
  let letters = 0;
  let signs = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    if (byte === 0xa4) signs++;
    else if (byte === 0xbd || byte === 0xbc) {
      if (isLetter(bytes[at + 1] ?? 0) && !isDigit(bytes[at - 1] ?? 0)) letters++;
    }
  }
  return letters > 0 || signs > 0 ? 'iso-8859-15' : 'iso-8859-1';
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte >= 0xc0;
