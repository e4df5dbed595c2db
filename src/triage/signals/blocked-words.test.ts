import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockedWords } from './blocked-words.ts';
import { weigh } from './weigh-test-support.ts';

test('words and phrases are found whole, in any dress; a star stands for any ending', () => {
  const lists = { blockedWords: ['casino', 'free money', 'loan*'] };
  assert.equal(
    weigh(blockedWords, { body: 'The CÁSINO, freе  money and Loans', lists })!.values.words,
    'casino, free money, loan*',
  );
  assert.equal(
    weigh(blockedWords, { body: 'casinos are free. Money is not', lists: { blockedWords: ['casino'] } }),
    null,
  );
  assert.equal(weigh(blockedWords, { body: 'an aloan', lists }), null);
});

test('an entry without a word blocks nothing', () => {
  assert.equal(weigh(blockedWords, { body: 'anything\nat all', lists: { blockedWords: ['', '*', ' ', '!!'] } }), null);
});
