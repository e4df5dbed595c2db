import type { Encoding } from './styles.ts';

/** The bytes of a file, or null where the code page lacks a character of it. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const table = TABLES[encoding];
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const special = table.get(text[i]!);
    if (special !== undefined) bytes[i] = special;
    else if (code < 0x80 || (code >= 0xa0 && code < 0x100)) bytes[i] = code;
    else return null;
  }
  return bytes;
}

const TABLES = {
  'iso-8859-1': new Map<string, number>(),
  'iso-8859-15': new Map([
    ['€', 0xa4],
    ['Š', 0xa6],
    ['š', 0xa8],
    ['Ž', 0xb4],
    ['ž', 0xb8],
    ['Œ', 0xbc],
    ['œ', 0xbd],
    ['Ÿ', 0xbe],
  ]),
  'windows-1252': new Map(
    [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]),
  ),
};
