import { decodeMixed } from '../decode.ts';

type Decode = (bytes: Uint8Array, last: boolean) => string;

/** As many bytes as say how the rest is written. */
const BEGINNING = 256;

/**
 * A file's bytes, chunk by chunk, as text. UTF-16 with its mark; what an XML declaration says, where that is neither UTF-8 nor Latin-1;
 * else UTF-8 where bytes are that, and each byte that is not as Windows-1252: old dumps hold both in one file. Controls other than tabs
 * and line ends go, since XML forbids them.
 */
export function* decodeChunks(chunks: Iterable<Uint8Array>): Generator<string> {
  let decode: Decode | null = null;
  let held: Uint8Array = new Uint8Array();
  for (const chunk of chunks) {
    held = held.length > 0 ? new Uint8Array(Buffer.concat([held, chunk])) : chunk;
    if (!decode && held.length < BEGINNING) continue;
    decode ??= decoderFor(held);
    yield withoutControls(decode(held, false));
    held = new Uint8Array();
  }
  decode ??= decoderFor(held);
  const last = decode(held, false) + decode(new Uint8Array(), true);
  if (last) yield withoutControls(last);
}

function decoderFor(beginning: Uint8Array): Decode {
  const encoding = markedEncoding(beginning) ?? declaredEncoding(beginning);
  if (encoding === null) return mixedDecoder();
  const decoder = new TextDecoder(encoding);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** SPIP writes in the site's own: `iso-8859-15`, `windows-1251`. */
function declaredEncoding(beginning: Uint8Array): string | null {
  const declaration = Buffer.from(beginning.subarray(0, BEGINNING)).toString('latin1');
  const label = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(declaration)?.[1];
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return /^(?:utf-|windows-1252$)/.test(encoding) ? null : encoding;
  } catch {
    return null;
  }
}

function mixedDecoder(): Decode {
  let rest = new Uint8Array();
  let isFirst = true;
  return (bytes, last) => {
    const all = rest.length > 0 ? new Uint8Array(Buffer.concat([rest, bytes])) : bytes;
    const end = last ? all.length : wholeSequences(all);
    rest = new Uint8Array(all.subarray(end));
    const text = decodeMixed(all.subarray(0, end));
    const isMarked = isFirst && text.startsWith('\uFEFF');
    if (end > 0) isFirst = false;
    return isMarked ? text.slice(1) : text;
  };
}

/** Up to where no sequence of UTF-8 can be cut in two: at most three bytes are left for the next chunk. */
function wholeSequences(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

const withoutControls = (text: string) => text.replace(/[^\P{Cc}\t\n\r\u0080-\u009F]|[\uFFFE\uFFFF]/gu, '');
