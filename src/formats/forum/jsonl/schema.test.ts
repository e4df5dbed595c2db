import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readForum } from '../read.ts';
import type { ForumLine } from './line.ts';
import { writeForumLine } from './write.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../docs/reference/forum.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020().compile(schema);

const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const id = fc.stringMatching(/^[\w-]{22}$/);
// What is kept is tidied already: a letter at both ends stands for that.
const words = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => `a${text.replace(/\s+/g, ' ')}z`);
const revision = fc.record({ name: words, subject: fc.option(words), body: words, receivedAt: moment });
const decision = fc.record({
  decision: fc.constantFrom('validate', 'refuse', 'spam', 'withdraw'),
  ground: fc.constantFrom('read', 'off-topic'),
  reason: fc.option(words),
  at: moment,
});
const line: fc.Arbitrary<ForumLine> = fc
  .record({
    stetForum: fc.constant(1 as const),
    id,
    text: fc.constantFrom('on-salt', 'letter'),
    title: fc.option(words),
    parent: fc.option(id),
    block: fc.option(fc.constant('k3f9')),
    quote: fc.option(words),
    state: fc.constantFrom('waiting', 'validated', 'refused', 'spam', 'withdrawn'),
    receivedAt: moment,
    revisions: fc.array(revision, { minLength: 1, maxLength: 3 }),
    decisions: fc.array(decision, { maxLength: 3 }),
  })
  .map(({ revisions, decisions, ...rest }) => ({
    ...rest,
    revisions: revisions.map((one, index) => ({ revision: index + 1, ...one })),
    decisions: decisions.map((one) => ({ revision: 1, ...one })),
  }));

test('what is written is what the schema says, and is read again as it was', () => {
  fc.assert(
    fc.property(line, (given) => {
      const written = writeForumLine(given);
      assert.ok(written.endsWith('}\n') && !written.slice(0, -1).includes('\n'));
      assert.ok(isValid(JSON.parse(written)), JSON.stringify(isValid.errors));
      const [, piece] = [...readForum('jsonl', [Buffer.from(written)])];
      assert.ok(piece?.kind === 'contribution', JSON.stringify(piece));
      const { foreignId, parentForeignId, state, at, history } = piece.contribution;
      assert.deepEqual(
        [foreignId, parentForeignId, state, at],
        [given.id, given.parent, given.state, given.receivedAt],
      );
      assert.deepEqual(
        [history?.blockId, history?.quote, history?.decisions],
        [given.block, given.quote, given.decisions],
      );
      assert.deepEqual(
        history?.revisions,
        given.revisions.map(({ name, subject, body, receivedAt }) => ({ name, subject, body, at: receivedAt })),
      );
    }),
  );
});

test('a line with a secret in it is not what the schema says', () => {
  const [good] = fc.sample(line, 1);
  assert.equal(isValid({ ...good, receiptHash: 'x' }), false);
  assert.equal(isValid({ ...good, state: 'erased' }), false);
});
