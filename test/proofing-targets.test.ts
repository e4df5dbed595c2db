// What proofing must go on finding, measured on labelled texts that are no part of the project: where they are not, nothing is measured.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { proofInCodePoints } from '#proof/code-points.ts';
import { readLabelled, SHARED } from '../bench/proof/labelled-text.ts';
import { addScore, emptyScore } from '../bench/proof/score.ts';

const TARGETS = [
  { set: 'injected_en', recall: 0.8, alarms: 3, precision: 0.8 },
  { set: 'injected_fr', recall: 0.8, alarms: 3, precision: 0.8 },
  { set: 'clean_en', recall: 0, alarms: 1.5, precision: 0 },
  { set: 'clean_fr', recall: 0, alarms: 1.8, precision: 0 },
  { set: 'typos_en', recall: 0.38, alarms: 6, precision: 0.4 },
  { set: 'ocr_en', recall: 0.5, alarms: 6, precision: 0.88 },
];

for (const { set, ...target } of TARGETS) {
  const texts = readLabelled(set);
  test(`${set} keeps to its target`, { skip: texts === null && 'the labelled texts are not here' }, () => {
    const score = emptyScore();
    for (const text of texts!) addScore(score, text, proofInCodePoints({ text: text.text, language: text.lang }));
    const { words, errors, found, findings, hits, alarms } = score;
    assert.ok(words > 5000, `${words} words seen`);
    const [recall, precision, rate] = [
      found / Math.max(errors, 1),
      hits / Math.max(findings, 1),
      (1000 * alarms) / words,
    ];
    assert.ok(recall >= target.recall, `recall ${recall}`);
    assert.ok(precision >= target.precision, `precision ${precision}`);
    assert.ok(rate <= target.alarms, `${rate} alarms in a thousand words`);
  });
}

const EXAMPLE = `${SHARED}texts/a-logic-in-history.txt`;
test('the standing example: few questions, and what only neighbours tell among them', {
  skip: !existsSync(EXAMPLE) && 'it is not here',
}, () => {
  const findings = proofInCodePoints({ text: readFileSync(EXAMPLE, 'utf8'), language: 'en' });
  const rules = new Map<string, number>();
  for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  assert.ok(findings.length >= 16 && findings.length <= 30, `${findings.length} findings`);
  for (const rule of [
    'confused-word',
    'name-variant',
    'contrary-figures',
    'stray-capital',
    'doubled-word',
    'wrong-quote',
    'swapped-words',
  ])
    assert.ok(rules.has(rule), rule);
});
