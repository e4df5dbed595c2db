import { join } from 'node:path';
import { Refusal } from '#domain/refusal.ts';
import { rotateKey } from '#operations/key-rotate.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';

export const command: Command = {
  operands: null,
  options: settingOptions('data', 'guard-file'),
  notes: ['cli.key-rotate.note-overlap', 'cli.key-rotate.note-stolen'],
  run: rotate,
};

async function rotate({ options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const { context, close } = await program.openContext(settings);
  try {
    const { verifierKey, previousSignsUntil } = await rotateKey(context);
    const date = previousSignsUntil.toISOString().slice(0, 10);
    terminal.say('cli.key-rotate.done', { date, path: join(settings.dataFolder, 'keys', 'log.key') });
    terminal.output.write(`${verifierKey}\n`);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found')
      throw new CommandFailure('no-input', 'cli.key-rotate.nothing', { path: settings.dataFolder });
    throw error;
  } finally {
    await close();
  }
}
