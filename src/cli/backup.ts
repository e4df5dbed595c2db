import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFree, unfinishedName } from '#operations/backup-folder.ts';
import { makeBackup } from '#operations/backup-make.ts';
import { DATABASE_FILE } from '#store/store.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startChecking } from './faults-shown.ts';

export const command: Command = {
  operands: { shown: 'FOLDER', least: 1, most: 1 },
  options: settingOptions('data'),
  notes: ['cli.backup.note-keys', 'cli.backup.note-serving'],
  run: backup,
};

async function backup({ operands, options, terminal }: Invocation): Promise<ExitName> {
  const { dataFolder } = commandSettings(options, terminal);
  const folder = resolve(operands[0]!);
  if (!existsSync(join(dataFolder, DATABASE_FILE)))
    throw new CommandFailure('no-input', 'cli.backup.nothing', { path: dataFolder });
  if (!isFree(folder)) throw new CommandFailure('cannot-create', 'cli.backup.not-empty', { path: folder });
  const checking = startChecking(terminal);
  try {
    const { verified, isSound } = await makeBackup({ dataFolder, folder }, checking.options);
    const exit = checking.conclude(verified);
    if (isSound) terminal.say('cli.backup.done', { path: folder });
    else terminal.complain('cli.backup.unsound', { path: unfinishedName(folder) });
    return exit;
  } finally {
    checking.stop();
  }
}
