import { readFileSync } from 'node:fs';
import type { CommandRow, Program } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { COMMANDS } from './commands.ts';
import { EXIT_CODES, type ExitName } from './exit-code.ts';
import { commandHelp, generalHelp } from './help.ts';
import { nearestName } from './nearest-name.ts';
import { parseArguments } from './parse-arguments.ts';
import { systemFailure } from './system-failure.ts';
import { createTerminal, languageOf, type Terminal } from './terminal.ts';

/** Runs what the arguments say and gives the exit code. A person's mistake is a sentence; only a bug shows a stack. */
export async function runCommand(args: readonly string[], program: Program): Promise<number> {
  const terminal = createTerminal(languageOf(languageWanted(args)));
  endQuietlyOnClosedPipe(terminal);
  try {
    return EXIT_CODES[await dispatch(args, terminal, program)].code;
  } catch (error) {
    return EXIT_CODES[explain(error, terminal)].code;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal, program: Program): Promise<ExitName> {
  const [first = '--help'] = args;
  if (first === '--version') return print(terminal, version());
  if (['--help', '-h', 'help'].includes(first)) return print(terminal, generalHelp(COMMANDS, terminal));
  const row = findCommand(args);
  const { command } = await row.load();
  const { operands, options } = parseArguments(args.slice(row.name.split(' ').length), command);
  if (options.has('help')) return print(terminal, commandHelp(row, command, terminal));
  return command.run({ operands, options, terminal, program });
}

function findCommand(args: readonly string[]): CommandRow {
  const row = COMMANDS.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (row) return row;
  const [first = '', second] = args;
  const family = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (family.length > 0)
    throw new CommandFailure('usage', 'cli.wrong.command-half', { command: first, commands: family.join(', ') });
  const written = second && !second.startsWith('-') ? [`${first} ${second}`, first] : [first];
  const nearest = written
    .map((name) =>
      nearestName(
        name,
        COMMANDS.map((one) => one.name),
      ),
    )
    .find(Boolean);
  throw nearest
    ? new CommandFailure('usage', 'cli.wrong.command-nearest', { command: first, nearest })
    : new CommandFailure('usage', 'cli.wrong.command', { command: first });
}

/** Known before anything is parsed, so that even a mistake in the arguments is explained in that language. */
function languageWanted(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return index < 0 ? undefined : (args[index]?.split('=')[1] ?? args[index + 1]);
}

function explain(error: unknown, terminal: Terminal): ExitName {
  const failure = error instanceof CommandFailure ? error : systemFailure(error);
  if (failure) {
    terminal.complain(failure.key, failure.values);
    if (failure.exit === 'usage') terminal.errors.write(`${terminal.text('cli.help.hint')}\n`);
    return failure.exit;
  }
  terminal.complain('cli.failure.bug');
  terminal.errors.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 'bug';
}

function print(terminal: Terminal, text: string): ExitName {
  terminal.output.write(`${text}\n`);
  return 'done';
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return `stet ${version} (Node ${process.versions.node})`;
}

/** `stet read … | head` has seen enough: not a failure. */
function endQuietlyOnClosedPipe({ output }: Terminal): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
