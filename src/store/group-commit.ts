// Acts that arrive while another is at work share its commit: one sync of the disk acknowledges them all. Each has a savepoint
// of its own, so that one that fails takes back its own changes and nobody else's.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection } from './engines/sqlite-connection.ts';
import { isDiskFailure } from './store-error.ts';

/** One after the other, in the order asked; the answer comes when the commit is on the disk. */
export type RunAct = <T>(act: () => Promise<T>) => Promise<T>;

interface Act {
  readonly run: () => Promise<unknown>;
  /** Tells whoever asked. */
  readonly succeed: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** No further act joins a commit after so long: those before it wait for their answer. */
const LONGEST_MS = 25;

export interface GroupCommits {
  readonly run: RunAct;
  /** When nothing is under way any more. */
  idle(): Promise<void>;
}

/** `begin` takes the database's lock, which may take a while. */
export function createGroupCommits(connection: Connection, begin: () => Promise<void>): GroupCommits {
  const savepoint = savepointOf(connection);
  const waiting: Act[] = [];
  let working: Promise<void> | null = null;
  const work = async () => {
    // Whoever arrived during the last commit has a turn to join the next one.
    for (await nextTurn(); waiting.length > 0; await nextTurn())
      await commitTogether({ connection, savepoint, begin, waiting });
    working = null;
  };
  return {
    run: <T>(run: () => Promise<T>) =>
      new Promise<T>((succeed, fail) => {
        waiting.push({ run, succeed: succeed as Act['succeed'], fail });
        working ??= work();
      }),
    idle: async () => {
      while (working) await working;
    },
  };
}

interface Group {
  readonly connection: Connection;
  readonly savepoint: Savepoint;
  readonly begin: () => Promise<void>;
  readonly waiting: Act[];
}

async function commitTogether({ connection, savepoint, begin, waiting }: Group): Promise<void> {
  try {
    await begin();
  } catch (error) {
    for (const { fail } of waiting.splice(0)) fail(error);
    return;
  }
  const done: { readonly act: Act; readonly value: unknown }[] = [];
  try {
    const until = performance.now() + LONGEST_MS;
    do {
      const act = waiting.shift()!;
      const value = await runAlone({ connection, savepoint }, act);
      if (value !== FAILED) done.push({ act, value });
    } while (waiting.length > 0 && performance.now() < until);
    connection.exec('commit');
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (connection.inTransaction) connection.exec('rollback');
    for (const { act } of done) act.fail(error);
    return;
  }
  for (const { act, value } of done) act.succeed(value);
}

/** Throws only what ends the others too: a transaction that is no more, a disk that fails. */
async function runAlone(
  { connection, savepoint }: Pick<Group, 'connection' | 'savepoint'>,
  { run, fail }: Act,
): Promise<unknown> {
  try {
    savepoint.set.run();
    const value = await run();
    savepoint.release.run();
    return value;
  } catch (error) {
    fail(error);
    if (!connection.inTransaction || isDiskFailure(error)) throw error;
    savepoint.rollBack.run();
    savepoint.release.run();
    return FAILED;
  }
}

const FAILED = Symbol('failed');

type Savepoint = ReturnType<typeof savepointOf>;

const savepointOf = (connection: Connection) => ({
  set: connection.prepare('savepoint act'),
  rollBack: connection.prepare('rollback to act'),
  release: connection.prepare('release act'),
});
