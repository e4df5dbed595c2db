import type { Verified, VerifyOptions } from '#operations/verify-fault.ts';
import type { ExitName } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { startVerifyProgress } from './verify-progress.ts';

export interface Checking {
  readonly options: VerifyOptions;
  /** What was looked at, and what came of it. */
  conclude(verified: Verified | null): ExitName;
  stop(): void;
}

/** Says each fault as it is found, under its address, and how far the work is. */
export function startChecking(terminal: Terminal): Checking {
  const progress = startVerifyProgress(terminal);
  let faults = 0;
  return {
    options: {
      report: (kind, address, detail = '') => {
        faults += 1;
        progress.pause();
        terminal.output.write(`${address}: ${terminal.text(`cli.verify.fault.${kind}`, { detail })}\n`);
      },
      expect: progress.expect,
      advance: progress.advance,
    },
    conclude: (verified) => {
      progress.stop();
      if (verified) sayRead(verified, terminal);
      if (faults > 0) terminal.say('cli.verify.wrong', { count: faults });
      else terminal.say('cli.verify.sound');
      return faults > 0 ? 'data' : 'done';
    },
    stop: progress.stop,
  };
}

function sayRead(
  { origin, leaves, revisions, files, contributions, unsigned, withheld, continued }: Verified,
  { say }: Terminal,
): void {
  say('cli.verify.read', { origin, leaves, revisions, files });
  if (contributions > 0) say('cli.verify.contributions', { count: contributions });
  if (continued) say('cli.verify.continued', { origin: continued.origin, count: continued.lost });
  if (unsigned > 0) say('cli.verify.unsigned', { count: unsigned });
  if (withheld > 0) say('cli.verify.withheld', { count: withheld });
}
