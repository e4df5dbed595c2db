// A data folder with a record of so many leaves: some texts in two revisions, one withdrawn, and commitments for the rest.
import { randomBytes } from 'node:crypto';
import { appendLeaf } from '#operations/record-append.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { commit } from '#record/commitment.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource, reviseText } from '#test/support/library.ts';

const TEXTS = 6;

export async function recordedLibrary(leaves: number): Promise<TestContext> {
  const made = await createTestContext();
  const { context } = made;
  for (let at = 0; at < TEXTS; at += 1) {
    const source = `---\ntitle: Text ${at}\nauthors: [A. Writer]\n---\n\nFirst words of text ${at}, à lire.\n\nMore of it.\n`;
    const textId = await publishSource(context, { source, slug: `text-${at}` });
    await reviseText(context, { textId, source: source.replace('More', 'Much more'), reason: 'More to say' });
    if (at === 0) await withdrawText(context, { textId, ground: 'rights', reason: 'asked for' });
  }
  await context.store.write(async (transaction) => {
    for (let index = TEXTS * 2 + 1; index < leaves; index += 1) {
      const commitment = commit(randomBytes(32), Buffer.from(`message ${index}`));
      await appendLeaf(context, transaction, { kind: 'contribution.receive', at: '2026-11-22T18:00:00Z', commitment });
    }
  });
  await signRecord(context);
  await tilesWritten(context);
  return made;
}
