import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from './fold.ts';
import { splitLinks } from './links.ts';
import { wordsOf } from './words.ts';

const SAME: readonly (readonly [string, string])[] = [
  ['Ｓｕｂｓｃｒｉｂｅ', 'subscribe'],
  ['𝓢𝓾𝓫𝓼𝓬𝓻𝓲𝓫𝓮', 'subscribe'],
  ['Sυbsсribе', 'subscribe'],
  ['s u b s c r i b e now', 'subscribe now'],
  ['f.r.e.e.s', 'frees'],
  ['sub\u200Bscri\u202Ebe', 'subscribe'],
  ['Sübscríbe', 'subscribe'],
  ['freeeeeee', 'free'],
  ['I&#39;m &quot;here&quot;<br />', 'i\'m "here" '],
  ['don’t', "don't"],
];

test('a word is the same whatever it was dressed in', () => {
  for (const [dressed, plain] of SAME) assert.equal(fold(dressed), plain, dressed);
});

test('words of another alphabet stay in it', () => {
  assert.equal(fold('Привет о мире'), 'привет о мире');
  assert.equal(fold('α and β'), 'α and β');
});

test('initials and short letterings are not joined', () => {
  assert.equal(fold('J. R. R. T. and a b c d'), 'j. r. r. t. and a b c d');
});

test('scripts without spaces give a word for each letter', () => {
  assert.deepEqual(wordsOf("漢字かな and l’été d'or 12"), ['漢', '字', 'か', 'な', 'and', 'l', 'été', "d'or", '12']);
});

test('links with their hosts, whatever stands around them', () => {
  const hosts = (text: string) => splitLinks(fold(text)).links.map(({ host }) => host);
  assert.deepEqual(hosts('(https://www.Example.org:8080/a?b#c), http://user@two.example/x www.three.example'), [
    'example.org',
    'two.example',
    'three.example',
  ]);
  assert.deepEqual(hosts('see four.co.uk/x. And FIVE.COM!'), ['four.co.uk', 'five.com']);
  assert.deepEqual(hosts('<a href="https://six.example/">x</a> [url=seven.example]x[/url]'), [
    'six.example',
    'seven.example',
  ]);
});
