// Publishes through the operations until it is killed; each line it writes is a revision acknowledged after its commit.
import { writeSync } from 'node:fs';
import { startDraft } from '#operations/draft-start.ts';
import { startRevision } from '#operations/revision-start.ts';
import { publishText } from '#operations/text-publish.ts';
import { createTestContext } from './context.ts';

const { context } = await createTestContext({ dataFolder: process.argv[2] ?? '' });

for (;;) {
  const title = `Killed ${Buffer.from(context.random.bytes(6)).toString('hex')}`;
  const source = `---\ntitle: ${title}\n---\n\nOne paragraph of ${title}.\n`;
  const { textId } = await startDraft(context, { source });
  for (let version = 1, number = 1; number <= 3; number++) {
    const published = await publishText(context, { textId, version, reason: 'again' });
    if (!published.ok) throw new Error(JSON.stringify(published.mistakes));
    writeSync(1, `${published.value.slug} ${published.value.number}\n`);
    ({ version } = await startRevision(context, { textId }));
  }
}
