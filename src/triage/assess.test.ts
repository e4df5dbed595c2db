import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMessageKey, translate } from '#locale/translate.ts';
import { assess } from './assess.ts';
import { learn } from './learn.ts';
import { messageKeyOf } from './message-key.ts';
import { applyChange, emptyModel } from './model.ts';
import { SIGNAL_CODES } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { NO_LISTS, UNKNOWN_CIRCUMSTANCES } from './submission.ts';

const model = emptyModel();
const post = (body: string) => ({ name: 'Ann', subject: null, body });

test('nothing known: a half, and the main lane', () => {
  const { score, lane, signals } = assess({ submission: post('A remark on the third chapter.'), model });
  assert.deepEqual({ score, lane, signals }, { score: 0.5, lane: 'main', signals: [] });
});

test('signs add up; the heaviest is told first; a known sender speaks against them', () => {
  const submission = post('<a href="http://x.example.com">Win</a> [url=http://y.example.com]now[/url]');
  const { score, lane, signals } = assess({ submission, model });
  assert.equal(lane, 'spam');
  assert.equal(signals[0]!.code, 'hidden-links');
  const known = assess({
    submission,
    model,
    circumstances: { ...UNKNOWN_CIRCUMSTANCES, confirmedEmail: 'ann@example.org' },
    lists: { ...NO_LISTS, allowedSenders: ['ann@example.org'] },
  });
  assert.ok(known.score < score);
  assert.equal(known.lane, 'main');
});

test('a browser without script, or a filled trap alone, decides nothing but the lane', () => {
  const of = (circumstances: object) =>
    assess({ submission: post('Thank you.'), model, circumstances: { ...UNKNOWN_CIRCUMSTANCES, ...circumstances } });
  assert.equal(of({ proofOfWork: 'absent' }).lane, 'main');
  assert.equal(of({ honeypotFilled: true }).lane, 'spam');
});

test('every code has its signal, and its message in each language with the values it gives', () => {
  assert.deepEqual(SIGNALS.map(({ code }) => code).sort(), [...SIGNAL_CODES].sort());
  const submission = {
    name: 'win.com',
    subject: null,
    body: '<a href="http://bit.ly/1">FRЕЕЕE WIN</a> vi\u200Bagra!!! council printers\nfree money\nfree money\nfree money',
    quote: 'The council and the printers',
  };
  applyChange(
    model,
    learn(model, [
      { submission, isSpam: true },
      { submission: post('A remark'), isSpam: false },
    ]),
  );
  const circumstances = {
    secondsToSend: 1,
    proofOfWork: 'absent',
    honeypotFilled: true,
    exactCopies: 1,
    nearCopies: 3,
    hiddenCharacters: 1,
    confirmedEmail: 'ann@example.org',
  } as const;
  const lists = { blockedWords: ['money'], allowedSenders: ['@example.org'] };
  const { signals } = assess({ submission, model, circumstances, lists });
  const noWords = assess({ submission: post('!!'), model }).signals;
  const seen = new Set([...signals, ...noWords].map(({ code }) => code));
  assert.deepEqual(
    SIGNAL_CODES.filter((code) => !seen.has(code)),
    [],
  );
  for (const { code, values } of [...signals, ...noWords]) {
    const key = messageKeyOf(code);
    assert.ok(isMessageKey(key));
    for (const language of ['en', 'fr'] as const) assert.doesNotMatch(translate(language, key, values), /[{}]/, code);
  }
});

test('whatever is sent: a score between nought and one, the same each time, and nothing thrown', () => {
  const pieces = fc.constantFrom(
    '<a href=',
    '[url=',
    'http://',
    'a.',
    'а',
    '\u202E',
    '\uD800',
    'e\u0301',
    '漢',
    '👩‍👧',
    ' ',
    '\n',
    '!',
    's u b s c r i b e ',
    '&amp;',
    '\uFDFA',
    'subscribe ',
    '\0',
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, text, fc.option(text), (name, body, subject) => {
      const submission = { name, subject, body, quote: body };
      const first = assess({ submission, model });
      assert.ok(first.score >= 0 && first.score <= 1);
      assert.deepEqual(assess({ submission, model }), first);
    }),
    { numRuns: 300 },
  );
});

test('the work grows with the length, whatever is repeated', () => {
  // Each of these took seconds with one of the expressions tried; an expression that goes back over itself takes minutes.
  const pieces = [
    'a',
    'a.',
    'a-',
    '<a ',
    '[url=',
    'http://',
    'аa',
    'а',
    '漢',
    '\uFDFA',
    '\u0301',
    '\u200B',
    ' ',
    '. ',
    '\u{E0061}',
    'a b ',
    '&amp;',
    'watch?v=',
  ];
  for (const piece of pieces) {
    const long = piece.repeat(20_000);
    assess({ submission: { name: long, subject: long, body: long, quote: long }, model });
  }
});
