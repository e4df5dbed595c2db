import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '#operations/context.ts';
import { recordFault } from '#operations/reads/record-fault.ts';
import { readRecordState } from '#operations/reads/record-state.ts';
import { continueAnew } from '#operations/record-continue.ts';
import { reimportRecord } from '#operations/record-reimport.ts';
import { replaceFromFolder } from '#operations/record-replace.ts';
import { isAddress } from '#operations/site-copy.ts';
import { DATABASE_FILE } from '#store/store.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startChecking } from './faults-shown.ts';
import type { Terminal } from './terminal.ts';

export const command: Command = {
  operands: null,
  options: [
    { name: 'from', value: 'PLACE', about: 'option.from' },
    { name: 'anew', about: 'option.anew' },
    ...settingOptions('data', 'guard-file', 'public-url'),
  ],
  notes: ['cli.record-continue.note-from', 'cli.record-continue.note-anew'],
  run: continueRecord,
};

async function continueRecord({ options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  if (!existsSync(join(settings.dataFolder, DATABASE_FILE)))
    throw new CommandFailure('no-input', 'cli.backup.nothing', { path: settings.dataFolder });
  const { context, close } = await program.openContext(settings);
  try {
    const fault = recordFault(context);
    if (!fault) {
      terminal.say('cli.record-continue.nothing', { path: settings.dataFolder });
      return 'done';
    }
    terminal.complain(`cli.serve.${fault}`);
    const from = options.get('from')?.at(-1);
    if ((from === undefined) === !options.has('anew')) {
      const { kept, leaves } = await readRecordState(context);
      if (kept !== null) terminal.say('cli.record-continue.kept', { kept, count: leaves });
      throw new CommandFailure('usage', 'cli.record-continue.choose');
    }
    return from === undefined ? await beginAnew(context, terminal) : await takeFrom(context, from, terminal);
  } finally {
    await close();
  }
}

async function beginAnew(context: Context, terminal: Terminal): Promise<ExitName> {
  const continued = await continueAnew(context);
  if (!continued) throw new CommandFailure('data', 'cli.record-continue.still');
  const { origin, quoted, verifierKey } = continued;
  terminal.say('cli.record-continue.anew', { origin, size: quoted.size, before: quoted.origin });
  terminal.output.write(`${verifierKey}\n`);
  return 'done';
}

async function takeFrom(context: Context, from: string, terminal: Terminal): Promise<ExitName> {
  const checking = startChecking(terminal);
  const taken = await take(context, from, checking.options).finally(checking.stop);
  if (!taken) throw new CommandFailure('data', 'cli.record-continue.refused', { place: from });
  if (taken.keptIn) terminal.say('cli.record-continue.copy', { path: taken.keptIn });
  const still = recordFault(context);
  if (still) {
    terminal.complain('cli.record-continue.still');
    throw new CommandFailure('data', `cli.serve.${still}`);
  }
  terminal.say('cli.record-continue.done', { count: taken.leaves });
  return 'done';
}

/** A folder with a database is taken whole; anything else is looked at as a site or a mirror of one. */
async function take(context: Context, from: string, options: ReturnType<typeof startChecking>['options']) {
  const isData = !isAddress(from) && existsSync(join(from, DATABASE_FILE));
  if (isData) return replaceFromFolder(context, { folder: resolve(from) }, options);
  const leaves = await reimportRecord(context, { place: from }, options);
  return leaves === null ? null : { leaves, keptIn: null };
}
