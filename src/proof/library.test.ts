import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSource } from '#text/parse-source.ts';
import { proof } from './proof.ts';
import { vocabularyOf } from './vocabulary.ts';

const TEXT = 'They met Ordzhonykydze by the blortsy gate, and Brovlenky came late.';
const proofed = (library: { written: string; texts: number }[]) =>
  proof({ text: TEXT, language: 'en', library }).map(({ rule, because, words }) => `${rule} ${because} ${words}`);

test('what several texts of the library write is known; what they write otherwise is asked', () => {
  assert.deepEqual(proofed([]), ['unknown-word unexplained blortsy']);
  assert.deepEqual(proofed([{ written: 'blortsy', texts: 1 }]), ['unknown-word unexplained blortsy']);
  assert.deepEqual(proofed([{ written: 'blortsy', texts: 2 }]), []);
  const variant = proofed([
    { written: 'Brovlinky', texts: 3 },
    { written: 'blortsy', texts: 9 },
  ]);
  assert.deepEqual(variant, ['name-variant library Brovlenky']);
  const both = proofed([
    { written: 'Brovlinky', texts: 3 },
    { written: 'Brovlenky', texts: 2 },
    { written: 'blortsy', texts: 2 },
  ]);
  assert.deepEqual(both, [], 'the library writes it both ways');
});

test('a vocabulary holds names, and terms used more than once; no common word, no other language', () => {
  const source = [
    'They met Ordzhonykydze’s man by the blortsy gate. A zemstvor was there, and a second zemstvor.',
    ':lang[Ein Ordzhonykydzeling]{lang=de} and `Brovlenky` stood by.',
  ].join('\n\n');
  const words = vocabularyOf({ source, tree: parseSource(source).tree, language: 'en' });
  assert.deepEqual(words, ['Ordzhonykydze', 'zemstvor']);
});
