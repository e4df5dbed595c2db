import { listAccounts } from '#operations/reads/accounts.ts';
import type { Command, Invocation } from './command.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';

export const command: Command = { operands: null, options: settingOptions('data'), notes: [], run: listUsers };

async function listUsers({ options, terminal, program }: Invocation): Promise<ExitName> {
  const { context, close } = await program.openContext(commandSettings(options, terminal));
  try {
    const accounts = await listAccounts(context);
    if (accounts.length === 0) terminal.complain('cli.user-list.none');
    for (const { name, role, disabled } of accounts) {
      const state = disabled ? `\t${terminal.text('cli.user-list.disabled')}` : '';
      terminal.output.write(`${name}\t${terminal.text(`cli.user-list.${role}`)}${state}\n`);
    }
    return 'done';
  } finally {
    await close();
  }
}
