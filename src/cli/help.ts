import type { Command, CommandRow, Option } from './command.ts';
import { GENERAL_OPTIONS } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';

const COLUMNS = 80;

/** `stet --help`. */
export function generalHelp(commands: readonly CommandRow[], { text }: Pick<Terminal, 'text'>): string {
  const rows = commands.map(({ name, summary }) => [name, text(summary)] as const);
  return [
    text('cli.help.intro'),
    `${text('cli.help.usage')} stet ${text('cli.help.command')} [${text('cli.help.options')}]`,
    columns(rows),
    columns([...GENERAL_OPTIONS.map((option) => optionRow(option, text)), ['--version', text('option.version')]]),
    text('cli.help.more'),
  ].join('\n\n');
}

/** `stet read --help`. */
export function commandHelp(row: CommandRow, command: Command, { text }: Pick<Terminal, 'text'>): string {
  const operands = command.operands ? ` ${command.operands.shown}` : '';
  return [
    `${text('cli.help.usage')} stet ${row.name}${operands} [${text('cli.help.options')}]`,
    wrap(text(row.summary), COLUMNS, ''),
    columns([...command.options, ...GENERAL_OPTIONS].map((option) => optionRow(option, text))),
    ...command.notes.map((note) => wrap(text(note), COLUMNS, '')),
  ].join('\n\n');
}

/** `--format auto|text|markdown`. */
export function optionShown({ name, short, value, choices }: Option): string {
  const shown = choices ? choices.join('|') : value;
  return `${short ? `-${short}, ` : ''}--${name}${shown ? ` ${shown}` : ''}`;
}

function optionRow(option: Option, text: Terminal['text']): readonly [string, string] {
  return [optionShown(option), text(option.about)];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(28, Math.max(...rows.map(([name]) => name.length)));
  const indent = ' '.repeat(width + 4);
  return rows
    .map(([name, about]) => {
      const first = name.length > width ? `  ${name}\n${indent}` : `  ${name.padEnd(width)}  `;
      return first + wrap(about, COLUMNS - indent.length, indent);
    })
    .join('\n');
}

/** Broken between words only, further lines indented. */
function wrap(text: string, width: number, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join(`\n${indent}`);
}
