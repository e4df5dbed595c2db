import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CATALOGUE, isMessageKey } from '#locale/translate.ts';
import { parseSource } from '#text/parse-source.ts';
import { CHECKS } from './checks.ts';
import { proofInCodePoints } from './code-points.ts';
import { messageKeyOf, reasonKeyOf, titleKeyOf } from './message-key.ts';
import { proof, proofSource } from './proof.ts';
import { RULES } from './rule.ts';
import { applyStets, readStets } from './stet.ts';

test('every rule has one check, in the same order, and words in both languages', () => {
  assert.deepEqual(
    CHECKS.map(({ code }) => code),
    [...RULES],
  );
  for (const rule of RULES) {
    for (const key of [titleKeyOf(rule), reasonKeyOf(rule)]) assert.ok(isMessageKey(key), key);
    const messages = Object.keys(CATALOGUE.fr).filter(
      (key) => key === `proof.${rule}` || key.startsWith(`proof.${rule}.`),
    );
    assert.ok(messages.length >= 3, rule);
  }
});

test('whatever the text, findings are in order, inside it, and have a message', () => {
  const piece = fc.constantFrom(
    'the',
    'tbe',
    'of',
    '“',
    '”',
    '«',
    ' »',
    '(',
    ')',
    '[1]',
    '\n\n',
    '. ',
    ', ',
    '-',
    '12',
    'rose from 9 to 3',
    'É',
    '𝔄',
    "l'",
    '’s',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }),
      fc.constantFrom('en' as const, 'fr' as const),
      (pieces, language) => {
        const text = pieces.join(' ');
        const found = proof({ text, language });
        let last = 0;
        for (const finding of found) {
          assert.ok(finding.start >= last && finding.end >= finding.start && finding.end <= text.length);
          assert.equal(finding.words, text.slice(finding.start, finding.end));
          assert.ok(finding.confidence >= 0.5 && finding.confidence <= 1);
          assert.ok(isMessageKey(messageKeyOf(finding)), messageKeyOf(finding));
          last = finding.start;
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('offsets of programs are code points', () => {
  const text = '𝔄𝔅 is the the end.';
  const [units] = proof({ text, language: 'en', rules: ['doubled-word'] });
  const [points] = proofInCodePoints({ text, language: 'en', rules: ['doubled-word'] });
  assert.equal(text.slice(units!.start, units!.end), ' the');
  assert.equal([...text].slice(points!.start, points!.end).join(''), ' the');
});

test('a name the site knows is not questioned', () => {
  const text = 'They met Ordjonokidze there.';
  assert.equal(proof({ text, language: 'en' }).length, 1);
  assert.equal(proof({ text, language: 'en', lexicon: ['Sergo Ordjonokidze'] }).length, 0);
});

test('Stet Markdown: markup is no text, the tree says what a passage is, places are those of the source', () => {
  const source = [
    '---\ntitle: Tbe front matter is not proofed\n---\n',
    'It was the *the* end of tbe &amp; lccal road.[^1]\n',
    '> A quoted\n> of of thing.\n',
    ':::verse\nO my Rose\nof The night\n:::\n',
    ':lang[das ist tbe nicht]{lang=de} and :sic[recieve]{correct="receive"} it.\n',
    '`tbe`\n',
    '[^1]: A note wiht error.\n',
  ].join('\n');
  const found = proofSource({ source, tree: parseSource(source).tree, language: 'en' });
  assert.deepEqual(
    found.map(({ rule, start, end }) => [rule, source.slice(start, end)]),
    [
      ['doubled-word', ' *the'],
      ['unknown-word', 'tbe'],
      ['unknown-word', 'lccal'],
      ['doubled-word', ' of'],
      ['unknown-word', 'wiht'],
    ],
  );
  // Where markup stands inside the span, nothing can be put in its place unseen.
  assert.equal(found[0]!.suggestion, null);
  assert.equal(found[1]!.suggestion, 'the');
});

test('answers let words stand, for a rule or for all, and what meets nothing is told', () => {
  const { stets, words } = readStets(
    '# a remark\nunknown-word: tbe\n*: lccal\ndoubled-word:\narticle: a\nOrdjonokidze\n',
  );
  assert.deepEqual(words, ['Ordjonokidze']);
  const found = proof({ text: 'It was tbe lccal the the sorne thing.', language: 'en' });
  const { findings, used } = applyStets(found, stets);
  assert.deepEqual(
    findings.map((finding) => finding.words),
    ['sorne'],
  );
  assert.deepEqual(
    stets.filter((stet) => !used.includes(stet)).map(({ rule, line }) => `${rule} ${line}`),
    ['article 5'],
  );
});

test('no input makes it hang: what grows grows with the length', () => {
  const times = 30_000;
  const hard = [
    '('.repeat(times),
    '“a '.repeat(times),
    '« a » « '.repeat(times),
    'a\n\nb'.repeat(times),
    'word , '.repeat(times),
    'x'.repeat(times * 20),
    ',~'.repeat(times),
  ];
  for (const text of hard) assert.ok(proof({ text, language: 'en' }).every(({ end }) => end <= text.length));
});
