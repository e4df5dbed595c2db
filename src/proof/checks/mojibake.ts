import type { Check } from '../check.ts';

const SUSPECT = /[ÂÃâÅ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\uFFFD]{1,2}|\uFFFD+/g;
/** Windows-1252 in the range where it differs from Latin-1. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Bytes of UTF-8 read as Windows-1252 (“â€™” for “’”): accepted only where decoding them again gives a character. */
export const mojibake: Check = {
  code: 'mojibake',
  area: 'marks',
  *find({ text }) {
    for (const { 0: words, index: start } of text.matchAll(SUSPECT)) {
      const [length, meant] = decode(words);
      if (length === 0) continue;
      const end = start + length;
      yield {
        start,
        end,
        suggestion: meant,
        confidence: meant === null ? 0.85 : 0.97,
        evidence: { word: text.slice(start, end), meant: meant ?? '' },
      };
    }
  },
};

/** How much of it is one character decoded wrongly, and that character, where nothing of it was lost. */
function decode(words: string): readonly [number, string | null] {
  if (words.startsWith('\uFFFD')) return [words.length, null];
  for (const length of [3, 2]) {
    if (words.length < length) continue;
    const bytes = [...words.slice(0, length)].map(byteOf);
    if (bytes.some((byte) => byte === null)) continue;
    try {
      return [length, new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]))];
    } catch {}
  }
  // The byte 9D has no character in Windows-1252: a closing quotation mark is what loses it.
  return words.startsWith('â€\uFFFD') || words.startsWith('â€\u009D') ? [3, '”'] : [0, null];
}

function byteOf(character: string): number | null {
  const at = CP1252.indexOf(character);
  if (at >= 0) return 0x80 + at;
  const code = character.charCodeAt(0);
  return code <= 0xff ? code : null;
}
