import { ROLES, type Role } from '#domain/account.ts';
import { createAccount } from '#operations/account-create.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { sayMistakes } from './mistakes-shown.ts';
import { askPassword, readPassword } from './password-input.ts';

export const command: Command = {
  operands: { shown: 'NAME', least: 1, most: 1 },
  options: [
    { name: 'role', value: 'ROLE', choices: ROLES, about: 'option.role' },
    { name: 'password-stdin', about: 'option.password-stdin' },
    ...settingOptions('data'),
  ],
  notes: ['cli.user-add.note-password'],
  run: addUser,
};

async function addUser({ operands, options, terminal, program }: Invocation): Promise<ExitName> {
  const [name = ''] = operands;
  const role = options.get('role')?.at(-1) as Role | undefined;
  if (!role) throw new CommandFailure('usage', 'cli.user-add.role-missing', { name, roles: ROLES.join('|') });
  const settings = commandSettings(options, terminal);
  const password = options.has('password-stdin') ? await readPassword(terminal) : await askPassword(terminal);
  const { context, close } = await program.openContext(settings);
  try {
    const created = await createAccount(context, { name, password, role });
    if (!created.ok) return sayMistakes(created.mistakes, terminal);
    terminal.say('cli.user-add.done', { name, role: terminal.text(`cli.user-list.${role}`) });
    return 'done';
  } finally {
    await close();
  }
}
