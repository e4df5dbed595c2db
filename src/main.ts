// Puts the program together: settings, store, clock, randomness, workers and log make the context that every operation gets.
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { OpenedContext } from '#cli/command.ts';
import { EXIT_CODES } from '#cli/exit-code.ts';
import { runCommand } from '#cli/run-command.ts';
import { startSigner } from '#jobs/checkpoint-sign.ts';
import type { Context } from '#operations/context.ts';
import { openRecord } from '#operations/record-open.ts';
import type { Settings } from '#settings';
import { openStore } from '#store/store.ts';
import { createWorkers } from '#workers/pool.ts';

/** The arguments after `stet`. Leaves its exit code in the process. */
export async function main(args: readonly string[]): Promise<void> {
  // Node ends quietly when nothing is left to wait for: a command that never finished must not look like one that did.
  process.exitCode = EXIT_CODES.bug.code;
  process.exitCode = await runCommand(args, { openContext });
}

const GRACE_MS = 200;

async function openContext(settings: Settings): Promise<OpenedContext> {
  const clock = { now: () => new Date() };
  // On standard error: what a command answers stands on standard output alone.
  const log = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const store = await openStore({
    dataFolder: settings.dataFolder,
    clock,
    onDiskFailure: (error) => {
      log.fatal({ err: error }, 'the disk failed; ending, so that nothing more is promised');
      // Answers under way may still leave; none of them is a success.
      setTimeout(() => process.exit(EXIT_CODES['input-output'].code), GRACE_MS);
    },
  });
  const workers = createWorkers();
  const context: Context = {
    settings,
    store,
    clock,
    random: { bytes: (count) => randomBytes(count) },
    workers,
    log,
    // Whoever runs the command line on the machine; the server puts the visitor in its place at each request.
    actor: { kind: 'operator' },
  };
  await openRecord(context);
  const signer = startSigner(context);
  const close = async () => {
    await workers.close();
    await signer.stop();
    await store.close();
  };
  return { context, close };
}
