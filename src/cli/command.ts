import type { MessageKey } from '#locale/translate.ts';
import type { Context } from '#operations/context.ts';
import type { Settings } from '#settings';
import type { ExitName } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** One row of the table of commands: known without loading what the command needs. */
export interface CommandRow {
  /** One word, or two: `user add`. */
  readonly name: string;
  readonly summary: MessageKey;
  readonly load: () => Promise<{ readonly command: Command }>;
}

export interface Command {
  /** As the usage line shows them: `FILE…`; null where the command takes none. */
  readonly operands: { readonly shown: string; readonly least: number; readonly most: number } | null;
  readonly options: readonly Option[];
  /** Paragraphs of the help after the options. */
  readonly notes: readonly MessageKey[];
  readonly run: (invocation: Invocation) => Promise<ExitName>;
}

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the usage (`FILE`); absent where it is only given or not. */
  readonly value?: string;
  readonly repeated?: boolean;
  readonly choices?: readonly string[];
  readonly about: MessageKey;
}

export interface Invocation {
  readonly operands: readonly string[];
  readonly options: GivenOptions;
  readonly terminal: Terminal;
  readonly program: Program;
}

/** Every value given, in order; an option without a value holds one empty string. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** What main.ts puts together, for the commands that need it. */
export interface Program {
  openContext(settings: Settings): Promise<OpenedContext>;
}

export interface OpenedContext {
  readonly context: Context;
  close(): Promise<void>;
}
