import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAddress, readCopy } from '#operations/site-copy.ts';
import { verifyCopy } from '#operations/verify-copy.ts';
import { verifyData } from '#operations/verify-data.ts';
import type { Verified, VerifyOptions } from '#operations/verify-fault.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { startVerifyProgress } from './verify-progress.ts';

export const command: Command = {
  operands: { shown: 'FOLDER|URL', least: 0, most: 1 },
  options: [
    { name: 'checkpoint', value: 'FILE', about: 'option.checkpoint' },
    { name: 'key', value: 'KEY', about: 'option.key' },
    ...settingOptions('data'),
  ],
  notes: ['cli.verify.note-place', 'cli.verify.note-independent'],
  run: verify,
};

const DATABASE = 'stet.sqlite';

async function verify({ operands, options, terminal }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const place = operands[0] ?? settings.dataFolder;
  const earlier = options.get('checkpoint')?.at(-1);
  const progress = startVerifyProgress(terminal);
  let faults = 0;
  const checking: VerifyOptions = {
    report: (kind, address, detail = '') => {
      faults += 1;
      progress.pause();
      terminal.output.write(`${address}: ${terminal.text(`cli.verify.fault.${kind}`, { detail })}\n`);
    },
    earlier: earlier === undefined ? undefined : { name: earlier, note: readFileSync(earlier, 'utf8') },
    expect: progress.expect,
    advance: progress.advance,
  };
  try {
    const isOwn = resolve(place) === settings.dataFolder;
    const verified = await checkPlace(
      place,
      { ...checking, key: options.get('key')?.at(-1) },
      {
        ...(isOwn && settings.guardFile && { guardFile: settings.guardFile }),
      },
    );
    progress.stop();
    return conclude(terminal, verified, faults);
  } finally {
    progress.stop();
  }
}

/** A data folder holds the database; anything else is looked at as a site or a mirror of one. */
function checkPlace(
  place: string,
  options: VerifyOptions & { readonly key?: string | undefined },
  guard: { readonly guardFile?: string },
): Verified | Promise<Verified> {
  if (isAddress(place)) return verifyCopy(readCopy(place), options);
  if (existsSync(join(place, DATABASE))) return verifyData({ dataFolder: resolve(place), ...guard }, options);
  if (!existsSync(join(place, 'log', 'checkpoint')))
    throw new CommandFailure('no-input', 'cli.verify.nothing', { path: place });
  return verifyCopy(readCopy(place), options);
}

function conclude({ say }: Terminal, verified: Verified, faults: number): ExitName {
  const { origin, leaves, revisions, files, unsigned, withheld } = verified;
  say('cli.verify.read', { origin, leaves, revisions, files });
  if (unsigned > 0) say('cli.verify.unsigned', { count: unsigned });
  if (withheld > 0) say('cli.verify.withheld', { count: withheld });
  if (faults > 0) say('cli.verify.wrong', { count: faults });
  else say('cli.verify.sound');
  return faults > 0 ? 'data' : 'done';
}
