// What a rotation does to what is signed, now and when the overlap is over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCheckpoint } from '#record/checkpoint.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import { rotateKey } from './key-rotate.ts';
import { readRecordHead } from './reads/record.ts';
import { tilesWritten } from './record-release.ts';
import { signRecord } from './record-sign.ts';
import { verifyData } from './verify-data.ts';

const DAY = 24 * 60 * 60;

test('both keys sign until the overlap is over, then the new one alone; the folder verifies throughout', async () => {
  const t = await createTestContext();
  const publish = (slug: string) => publishSource(t.context, { source: `---\ntitle: ${slug}\n---\n\nA lamp.\n`, slug });
  await publish('one');
  assert.deepEqual(await signedBy(t), [true]);
  const { verifierKey, previousSignsUntil } = await rotateKey(t.context);
  assert.deepEqual(await signedBy(t), [true, true], 'the leaf of the rotation is under both');
  assert.equal((await readRecordHead(t.context))?.verifierKeys[1], verifierKey);
  const days = (previousSignsUntil.getTime() - t.clock.now().getTime()) / 1000 / DAY;
  t.clock.advance((days - 1) * DAY);
  await publish('two');
  assert.deepEqual(await signedBy(t), [true, true]);
  t.clock.advance(DAY);
  await publish('three');
  assert.deepEqual(await signedBy(t), [false, true]);
  await tilesWritten(t.context);
  assert.deepEqual(faultsOf(t), []);
  await t.close();
});

test('two rotations at once leave two new keys, each in the file and in the record', async () => {
  const t = await createTestContext();
  await publishSource(t.context, { source: '---\ntitle: One\n---\n\nA lamp.\n', slug: 'one' });
  const [one, other] = await Promise.all([rotateKey(t.context), rotateKey(t.context)]);
  assert.notEqual(one.verifierKey, other.verifierKey);
  assert.deepEqual(await signedBy(t), [true, true, true]);
  await t.close();
});

/** Signs what is new, and says of each key the record names whether the last head is signed by it. */
async function signedBy({ context }: TestContext): Promise<readonly boolean[]> {
  await signRecord(context);
  const head = await readRecordHead(context);
  assert.ok(head);
  return head.verifierKeys.map((key) => {
    const keys = [parseVerifierKey(key)!];
    return readCheckpoint(head.checkpoint.note, { origin: head.origin, keys }) !== null;
  });
}

function faultsOf({ dataFolder }: TestContext): readonly string[] {
  const faults: string[] = [];
  verifyData({ dataFolder }, { report: (code, address) => void faults.push(`${code} ${address}`) });
  return faults;
}
