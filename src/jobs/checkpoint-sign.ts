// Signs what was added to the record, at most once a second; by this process or another, it is the database that is asked.
import type { Context } from '#operations/context.ts';
import { thawRecord } from '#operations/record-open.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';

export interface Signer {
  /** Signs what is left and ends. */
  stop(): Promise<void>;
}

const EVERY_MS = 1000;

export function startSigner(context: Context): Signer {
  let running: Promise<void> | null = null;
  const sign = async () => {
    try {
      if (context.store.frozen()) await thawRecord(context);
      await signRecord(context);
    } catch (error) {
      // A full disk, another process that writes: the leaves are safe, and the next second tries again.
      context.log.error({ err: error }, 'the record could not be signed');
    }
  };
  const timer = setInterval(() => {
    running ??= sign().finally(() => {
      running = null;
    });
  }, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await sign();
      await tilesWritten(context);
    },
  };
}
