import type { Reading } from '#domain/reading.ts';
import { toJson } from '#formats/reading-json.ts';
import { WorkFailure } from '#workers/failure.ts';
import { createWorkers, type Workers } from '#workers/pool.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { readInputFile } from './input-file.ts';
import { showReading } from './reading-shown.ts';
import { systemFailure } from './system-failure.ts';

const FORMATS = ['auto', 'text', 'markdown'] as const;
type Format = (typeof FORMATS)[number];
const TIMEOUT_SECONDS = 120;

export const command: Command = {
  operands: { shown: 'FILE…', least: 1, most: Number.POSITIVE_INFINITY },
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, about: 'option.format' },
    { name: 'json', about: 'option.json' },
    ...settingOptions('upload-limit'),
  ],
  notes: ['cli.read.note-input', 'cli.read.note-json'],
  run: readFiles,
};

async function readFiles(invocation: Invocation): Promise<ExitName> {
  const { uploadLimitBytes } = commandSettings(invocation.options, invocation.terminal);
  const workers = createWorkers();
  let exit: ExitName = 'done';
  try {
    for (const path of invocation.operands) {
      const failed = await readOne({ path, uploadLimitBytes, workers, invocation });
      if (failed && (exit === 'done' || exit === 'data')) exit = failed;
    }
    return exit;
  } finally {
    await workers.close();
  }
}

interface One {
  readonly path: string;
  readonly uploadLimitBytes: number;
  readonly workers: Workers;
  readonly invocation: Invocation;
}

/** One file's failure is said and does not keep the next from being read. */
async function readOne({ path, uploadLimitBytes, workers, invocation }: One): Promise<ExitName | null> {
  const { terminal, options } = invocation;
  const format = (options.get('format')?.at(-1) ?? 'auto') as Format;
  try {
    const { bytes, fileName } = await readInputFile(path, uploadLimitBytes, terminal.input);
    const argument = { bytes, format, ...(fileName ? { fileName } : {}) };
    const reading = await workers.run('read', argument, { timeoutSeconds: TIMEOUT_SECONDS });
    terminal.output.write(
      options.has('json') ? `${JSON.stringify(toJson(reading))}\n` : showReading(path, reading, terminal),
    );
    return isUnreadable(reading) ? 'data' : null;
  } catch (error) {
    const failure = workFailure(error, path) ?? (error instanceof CommandFailure ? error : systemFailure(error));
    if (!failure) throw error;
    terminal.complain(failure.key, { path, ...failure.values });
    return failure.exit;
  }
}

/** Nothing of a text was found in it: an empty file, a picture. */
const isUnreadable = ({ blocks, problems }: Reading) => blocks.length === 0 && problems.length > 0;

function workFailure(error: unknown, path: string): CommandFailure | null {
  if (!(error instanceof WorkFailure) || error.code === 'failed') return null;
  return new CommandFailure('data', error.code === 'too-long' ? 'cli.failure.too-long' : 'cli.failure.too-big', {
    path,
  });
}
