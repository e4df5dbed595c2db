import type { Logger } from 'pino';

/** One Ctrl-C reaches the program more than once: from the terminal, from npm and from the launcher. */
const SAME_SIGNAL_MS = 700;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** Resolves at the first signal to stop, after `onStop`; a second one ends the program at once. Meanwhile no stray error stops it. */
export function untilToldToStop(onStop: () => void, log: Logger): Promise<void> {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  return new Promise((resolve) => {
    let toldAt = 0;
    const stop = () => {
      const now = Date.now();
      if (toldAt && now - toldAt > SAME_SIGNAL_MS) process.exit(INTERRUPTED);
      if (toldAt) return;
      toldAt = now;
      onStop();
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
