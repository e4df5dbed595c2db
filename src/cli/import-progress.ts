import { Presets, SingleBar } from 'cli-progress';
import type { MessageKey } from '#locale/translate.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  advance(count: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 5000;

/** A bar where a person watches, a line in the log now and then where not. */
export function startProgress(total: number, terminal: Terminal, line: MessageKey = 'cli.import.progress'): Progress {
  return terminal.errors.isTTY ? barProgress(total) : lineProgress({ total, line }, terminal);
}

function barProgress(total: number): Progress {
  const bar = new SingleBar(
    {
      format: ' {bar} {value}/{total}  {percentage} %  {eta_formatted}',
      stream: process.stderr,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: (count) => bar.increment(count), stop: () => bar.stop() };
}

function lineProgress(
  { total, line }: { readonly total: number; readonly line: MessageKey },
  terminal: Terminal,
): Progress {
  let done = 0;
  let saidAt = Date.now();
  return {
    advance: (count) => {
      done += count;
      if (Date.now() - saidAt < LINE_EVERY_MS) return;
      saidAt = Date.now();
      terminal.complain(line, { done, total });
    },
    stop: () => {},
  };
}
