import { resolve } from 'node:path';
import { isFree, unfinishedName } from '#operations/backup-folder.ts';
import { restoreBackup } from '#operations/backup-restore.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startChecking } from './faults-shown.ts';

export const command: Command = {
  operands: { shown: 'FOLDER', least: 1, most: 1 },
  options: settingOptions('data'),
  notes: ['cli.restore.note-fork'],
  run: restore,
};

async function restore({ operands, options, terminal }: Invocation): Promise<ExitName> {
  const { dataFolder } = commandSettings(options, terminal);
  const folder = resolve(operands[0]!);
  if (!isFree(dataFolder)) throw new CommandFailure('cannot-create', 'cli.restore.not-empty', { path: dataFolder });
  const checking = startChecking(terminal);
  try {
    const restored = restoreBackup({ folder, dataFolder }, checking.options);
    if (!restored) throw new CommandFailure('no-input', 'cli.restore.nothing', { path: folder });
    const exit = checking.conclude(restored.verified);
    if (restored.isSound) terminal.say('cli.restore.done', { path: dataFolder });
    else terminal.complain('cli.backup.unsound', { path: unfinishedName(dataFolder) });
    return exit;
  } finally {
    checking.stop();
  }
}
