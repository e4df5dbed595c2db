import { type Progress, startProgress } from './import-progress.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyProgress {
  /** So many more steps than was known. */
  expect(steps: number): void;
  advance(steps: number): void;
  /** Before something else is written. */
  pause(): void;
  stop(): void;
}

/** How much there is to check is known only bit by bit: each part brings its own bar. */
export function startVerifyProgress(terminal: Terminal): VerifyProgress {
  let bar: Progress | null = null;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    expect: (steps) => {
      stop();
      if (steps > 0) bar = startProgress(steps, terminal, 'cli.verify.progress');
    },
    advance: (steps) => bar?.advance(steps),
    pause: stop,
    stop,
  };
}
