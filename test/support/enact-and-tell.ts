// Started by a test, to be killed: brings what is due in force, and says so after each transaction.
import { enactDecisions } from '#operations/decisions-enact.ts';
import { createTestContext } from './context.ts';

const { context, clock } = await createTestContext({ dataFolder: process.argv[2]! });
clock.advance(3600);
const { store } = context;
const write: typeof store.write = async (change) => {
  const answer = await store.write(change);
  process.stdout.write('written\n');
  return answer;
};
await enactDecisions({ ...context, store: { ...store, write } });
