import { styleText } from 'node:util';
import { type Language, type MessageKey, translate, type Values } from '#locale/translate.ts';
import { readSurroundings } from '#settings';

/** Where a command reads and writes, in whose language, and whether a person is watching. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  readonly language: Language;
  /** Columns to fill; null where the output is no terminal and lines are not cut. */
  readonly columns: number | null;
  /** A message, on standard output. */
  say(key: MessageKey, values?: Values): void;
  /** A message that is no result: on standard error, after the program's name. */
  complain(key: MessageKey, values?: Values): void;
  text(key: MessageKey, values?: Values): string;
  /** Coloured where there is a terminal that wants it. */
  paint(style: Style, text: string): string;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

export function createTerminal(language: Language): Terminal {
  const { stdin: input, stdout: output, stderr: errors } = process;
  const colour = Boolean(output.isTTY) && !readSurroundings().noColour;
  const text: Terminal['text'] = (key, values) => translate(language, key, values);
  return {
    input,
    output,
    errors,
    language,
    columns: output.isTTY ? output.columns : null,
    text,
    say: (key, values) => void output.write(`${text(key, values)}\n`),
    complain: (key, values) => void errors.write(`stet: ${text(key, values)}\n`),
    paint: (style, painted) => (colour ? styleText(style, painted, { validateStream: false }) : painted),
  };
}

/** `--lang`, else what the surroundings say; English where they say neither. */
export function languageOf(wanted: string | undefined): Language {
  return (wanted ?? readSurroundings().locale).toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
