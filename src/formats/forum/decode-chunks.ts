import { decodeMixed } from '../decode.ts';

/**
 * A file's bytes, chunk by chunk, as text. UTF-8 where they are that, UTF-16 with its mark, and each byte that is neither as
 * Windows-1252: old dumps hold all of them in one file. Controls other than tabs and line ends go, since XML forbids them.
 */
export function* decodeChunks(chunks: Iterable<Uint8Array>): Generator<string> {
  let decode: ((bytes: Uint8Array, last: boolean) => string) | null = null;
  for (const chunk of chunks) {
    decode ??= decoderFor(chunk);
    yield withoutControls(decode(chunk, false));
  }
  const last = decode?.(new Uint8Array(), true) ?? '';
  if (last) yield withoutControls(last);
}

function decoderFor(first: Uint8Array): (bytes: Uint8Array, last: boolean) => string {
  const mark =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : null;
  if (mark) {
    const decoder = new TextDecoder(mark);
    return (bytes, last) => decoder.decode(bytes, { stream: !last });
  }
  return mixedDecoder();
}

function mixedDecoder(): (bytes: Uint8Array, last: boolean) => string {
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
