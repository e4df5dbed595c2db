import { parseArgs } from 'node:util';
import type { Command, GivenOptions, Option } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { nearestName } from './nearest-name.ts';

/** Options every command has. */
export const GENERAL_OPTIONS: readonly Option[] = [
  { name: 'help', short: 'h', about: 'option.help' },
  { name: 'lang', value: 'LANGUAGE', choices: ['en', 'fr'], about: 'option.lang' },
];

export interface ParsedArguments {
  readonly operands: readonly string[];
  readonly options: GivenOptions;
}

/** Strict: what is not known, not complete or not allowed is refused with what would be. */
export function parseArguments(
  args: readonly string[],
  command: Pick<Command, 'options' | 'operands'>,
): ParsedArguments {
  const known = [...command.options, ...GENERAL_OPTIONS];
  const { tokens } = parseArgs({
    args: [...args],
    options: forParseArgs(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, known);
    const value = checkedValue(option, token);
    const before = options.get(option.name) ?? [];
    options.set(option.name, option.repeated ? [...before, value] : [value]);
  }
  if (!options.has('help')) checkOperands(operands, command);
  return { operands, options };
}

function forParseArgs(options: readonly Option[]) {
  return Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: true, ...(short ? { short } : {}) },
    ]),
  );
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue(option: Option, { rawName, value, inlineValue }: OptionToken): string {
  if (!option.value) {
    if (value !== undefined) throw new CommandFailure('usage', 'cli.wrong.no-value', { option: rawName });
    return '';
  }
  // `--port --data x`: the next option is no value. One that begins with a hyphen is written `--port=-1`.
  const missing = value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-'));
  if (missing) throw new CommandFailure('usage', 'cli.wrong.value-missing', { option: rawName, value: option.value });
  if (option.choices && !option.choices.includes(value))
    throw new CommandFailure('usage', 'cli.wrong.choice', {
      option: rawName,
      value,
      choices: option.choices.join(', '),
    });
  return value;
}

function unknownOption(written: string, known: readonly Option[]): CommandFailure {
  const nearest = nearestName(
    written.replace(/^-+/, ''),
    known.map(({ name }) => name),
  );
  return nearest
    ? new CommandFailure('usage', 'cli.wrong.option-nearest', { option: written, nearest: `--${nearest}` })
    : new CommandFailure('usage', 'cli.wrong.option', { option: written });
}

function checkOperands(operands: readonly string[], { operands: wanted }: Pick<Command, 'operands'>): void {
  if (operands.length < (wanted?.least ?? 0))
    throw new CommandFailure('usage', 'cli.wrong.operand-missing', { operand: wanted?.shown ?? '' });
  const extra = operands[wanted?.most ?? 0];
  if (extra !== undefined) throw new CommandFailure('usage', 'cli.wrong.operand-extra', { operand: extra });
}
