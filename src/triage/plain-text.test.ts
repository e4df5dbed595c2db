// Plain text is spared the long searches. Each of these puts a sign after it for which nothing is spared: the same must come out.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { assess } from './assess.ts';
import { featuresOf } from './features.ts';
import { fold, mixedWordsOf } from './fold.ts';
import { groupKey } from './group-key.ts';
import { splitLinks } from './links.ts';
import { emptyModel } from './model.ts';
import { normalise } from './normalise.ts';
import { shareOfCapitals } from './shape.ts';
import { understand } from './understood.ts';

const PIECES =
  'a|b|Z|zzz|www.|ww|.com|. com|.\ncom| dot com|[dot]|anecdote|x.y.co.uk/z|http://|hxxp://|](|[url=|<a href=|href|watch?v=a|<br />|<br|>|&amp;|&|s u b s c r i b e|f.r.e.e.s|-|_|*|12|!!!|?| |\n|\t|é|œ|Ç|ÿ|’|–|…|€|\u00A0';
const text = fc.array(fc.constantFrom(...PIECES.split('|')), { maxLength: 30 }).map((pieces) => pieces.join(''));
const always = (holds: (given: string) => void) => fc.assert(fc.property(text, holds), { numRuns: 300 });

test('normalised the same with a control after it, which is taken out', () => {
  always((given) => assert.equal(normalise(`${given}\0`), normalise(given)));
  for (let code = 0; code < 0x2100; code++) {
    const letter = `e${String.fromCharCode(code)}`;
    assert.equal(normalise(`${letter}\0`), normalise(letter), code.toString(16));
  }
});

test('folded the same with another script, an accent or a sign of two units after it', () => {
  for (const after of ['é', 'ж', '😀', 'ſ'])
    always((given) => assert.equal(fold(`${given}\n${after}`), `${fold(given)}\n${fold(after)}`));
});

test('one letter of another script at the very end is seen', () => {
  const long = 'plain words of an ordinary post '.repeat(20);
  assert.equal(fold(`${long}subscribе`), `${long}subscribe`);
  assert.deepEqual(mixedWordsOf(`${long}subscribе`), ['subscribе']);
  assert.deepEqual(mixedWordsOf(`${long}жук`), []);
  assert.equal(fold(`${long}freeeee`), `${long}free`);
  assert.equal(fold(`${long}\u{1D4EF}\u{1D4EF}\u{1D4EF}`), `${long}ff`);
  assert.equal(fold('\u{10428}\u{10428}\u{10428}\u{10428}'), '\u{10428}\u{10428}');
});

test('the same links, and the same rest, with a link after it', () => {
  always((given) => {
    const folded = fold(given);
    const { links, rest } = splitLinks(`${folded}\n>\nhttp://x`);
    assert.deepEqual(links.slice(0, -1), splitLinks(folded).links);
    assert.equal(rest, `${splitLinks(folded).rest}\n>\n \uE000 `);
  });
});

test('capitals of every script are counted, each once', () => {
  const share = (given: string) => {
    const capitals = given.match(/\p{Lu}/gu)?.length ?? 0;
    const letters = capitals + (given.match(/\p{Ll}/gu)?.length ?? 0);
    return letters < 6 ? 0 : capitals / letters;
  };
  for (const given of [
    'ABCdef',
    'ABCDE',
    'ÉTÉ ÉTÉ',
    'aÉbÉcÉ',
    'ПРИВЕТ, мир',
    '𝐀𝐁𝐂𝐚𝐛𝐜',
    'ABCdeǅ',
    '@[`{AZaz',
    '漢字 ABCDEFg',
  ])
    assert.equal(shareOfCapitals(given), share(given), given);
  always((given) => assert.equal(shareOfCapitals(given), share(given)));
});

const model = emptyModel();

test('whoever has understood the body already is told the same', () => {
  always((body) => {
    const submission = { name: 'Ann', subject: 'On bread', body };
    assert.deepEqual(assess({ submission, model, body: understand(body) }), assess({ submission, model }));
    assert.deepEqual(featuresOf(submission, understand(body)), featuresOf(submission));
  });
});

test('keys and places are those that stand in the databases already', () => {
  const keys: Readonly<Record<string, string>> = {
    'Check out my new channel and subscribe, I will do the same for you': 'p05lj7xg03d7ib800owy5m',
    'Thank you so much': 'w0tzwqps',
    '12 34 !!': 'e16q7qb5',
    'Découvrez ma chaîne et abonnez-vous, je ferai de même pour vous': 'p0aam6tt0275exo0bxq059',
    'Привет всем друзьям: подпишитесь на мой новый канал сегодня': 'p0a0p02h00q5p560326hyw',
  };
  for (const [post, key] of Object.entries(keys)) assert.equal(groupKey(post), key, post);
  const body = 'FREE money at http://www.example.com/win and a b; dот naïve 漢字 money';
  const { indices } = featuresOf({ name: 'Zoë Promo', subject: 'Free money', body });
  assert.equal(indices.length, 56);
  assert.equal(createHash('sha256').update(indices).digest('hex').slice(0, 16), '9fa96e2c5cff8ea8');
});
