import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode.ts';

const TEXT = 'L’été, « déjà » — œuvre à cœur ouvert, 12 €.';

/** A few bytes by hand: Node encodes no legacy alphabet. */
const latin = (text: string, map: Readonly<Record<string, number>> = {}): Uint8Array =>
  Uint8Array.from(text, (character) => map[character] ?? character.charCodeAt(0));

test('UTF-8 and UTF-16, with a mark or without', () => {
  const wide = Buffer.from(TEXT, 'utf16le');
  assert.deepEqual([decode(Buffer.from(TEXT)).text, decode(Buffer.from(TEXT)).encoding], [TEXT, 'utf-8']);
  assert.equal(decode(Buffer.from(`\uFEFF${TEXT}`)).text, TEXT);
  assert.equal(decode(Buffer.concat([Uint8Array.of(0xff, 0xfe), wide])).text, TEXT);
  assert.deepEqual([decode(wide).text, decode(wide).encoding], [TEXT, 'utf-16le']);
  const swapped = Buffer.from(wide).swap16();
  assert.deepEqual([decode(swapped).text, decode(swapped).encoding], [TEXT, 'utf-16be']);
});

test('Windows-1252 and the two Latin alphabets', () => {
  const windows = latin('L’été, 12 €', { '’': 0x92, '€': 0x80 });
  assert.deepEqual([decode(windows).text, decode(windows).encoding], ['L’été, 12 €', 'windows-1252']);
  assert.equal(decode(latin('déjà vu, 3½ pages')).encoding, 'iso-8859-1');
  const ninth = decode(latin('cœur, 12 €', { œ: 0xbd, '€': 0xa4 }));
  assert.deepEqual([ninth.text, ninth.encoding], ['cœur, 12 €', 'iso-8859-15']);
});

test('A few bytes that are not UTF-8 do not undo the rest, and are counted', () => {
  const bytes = Buffer.concat([Buffer.from('déjà, été, là, où, forêt. '), Uint8Array.of(0xe9), Buffer.from(' fin')]);
  const { text, encoding, problems } = decode(bytes);
  assert.deepEqual([text, encoding], ['déjà, été, là, où, forêt. é fin', 'utf-8']);
  assert.deepEqual(
    problems.map(({ code, values }) => [code, values?.count]),
    [['invalid-utf-8', 1]],
  );
});

test('What was UTF-8 and was read as Windows-1252 is put right and said; an É before a » is left', () => {
  const { text, problems, guesses } = decode(Buffer.from('Lâ€™Ã©tÃ© dâ€™Anna'));
  assert.equal(text, 'L’été d’Anna');
  assert.equal(problems[0]?.code, 'mojibake');
  assert.equal(guesses[0]?.what, 'mojibake');
  assert.equal(decode(Buffer.from('« LIBERTÉ» ')).text, '« LIBERTÉ» ');
});
