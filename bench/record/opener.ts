// A process that opens a data folder with a long log as the server does, adds a leaf and signs it, then proves leaf after leaf.
import { readFileSync } from 'node:fs';
import { readRecord } from '#operations/reads/record.ts';
import { readProof } from '#operations/reads/record-proof.ts';
import { appendLeaf } from '#operations/record-append.ts';
import { openRecord } from '#operations/record-open.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { createTestContext } from '#test/support/context.ts';
import { PUBLICATION_EVERY, textOf } from './long-log.ts';

/** Milliseconds and megabytes. */
export interface Opened {
  readonly opening: number;
  readonly checkpoint: number;
  readonly tiles: number;
  readonly proofs: readonly number[];
  readonly page: number;
  readonly memory: number;
  readonly highest: number;
}

const PROOFS = 2000;
const [folder = '', leaves = '0'] = process.argv.slice(2);

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
};
let context!: Awaited<ReturnType<typeof createTestContext>>['context'];
let close!: () => Promise<void>;
const opening = await timed(async () => {
  ({ context, close } = await createTestContext({ dataFolder: folder }));
  if (await openRecord(context)) throw new Error('the log does not hold');
});
const leaf = { kind: 'contribution.receive', at: '2026-11-22T18:00:00Z', commitment: 'a'.repeat(64) } as const;
const checkpoint = await timed(async () => {
  await context.store.write((transaction) => appendLeaf(context, transaction, leaf));
  if (!(await signRecord(context))) throw new Error('not signed');
});
const tiles = await timed(() => tilesWritten(context));
const proofs: number[] = [];
for (let at = 0; at < PROOFS; at += 1) {
  const publication = Math.floor(((at * 0.618_034) % 1) * (Number(leaves) / PUBLICATION_EVERY)) * PUBLICATION_EVERY;
  proofs.push(
    await timed(async () => {
      if (!(await readProof(context, { textId: textOf(publication), number: 1 }))) throw new Error('no proof');
    }),
  );
}
const pages: number[] = [];
for (let at = 0; at < 21; at += 1) pages.push(await timed(() => readRecord(context, { acts: 25 })));
const page = pages.toSorted((a, b) => a - b)[10]!;
const highest = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
const memory = process.memoryUsage.rss() / 1024 ** 2;
process.send?.({ opening, checkpoint, tiles, proofs, page, memory, highest } satisfies Opened);
await close();
process.disconnect?.();
