import { resolve } from 'node:path';
import { makeMirror } from '#operations/mirror-make.ts';
import { isAddress } from '#operations/site-copy.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import type { ExitName } from './exit-code.ts';
import { startChecking } from './faults-shown.ts';

export const command: Command = {
  operands: { shown: 'URL FOLDER', least: 2, most: 2 },
  options: [],
  notes: ['cli.mirror.note-again', 'cli.mirror.note-files'],
  run: mirror,
};

async function mirror({ operands, terminal }: Invocation): Promise<ExitName> {
  const [address = '', folder = ''] = operands;
  if (!isAddress(address)) throw new CommandFailure('usage', 'cli.mirror.address', { address });
  const checking = startChecking(terminal);
  try {
    const verified = await makeMirror({ address, folder: resolve(folder) }, checking.options);
    const exit = checking.conclude(verified);
    if (exit === 'done') terminal.say('cli.mirror.done', { path: resolve(folder) });
    return exit;
  } finally {
    checking.stop();
  }
}
