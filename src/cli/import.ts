import { open } from 'node:fs/promises';
import type { Metadata } from '#domain/metadata.ts';
import { type ImportFile, type ImportOutcome, importTexts } from '#operations/text-import.ts';
import type { Command, GivenOptions, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { listImportPaths } from './import-paths.ts';
import { startProgress } from './import-progress.ts';
import { startTally } from './import-tally.ts';
import { readInputFile } from './input-file.ts';
import { type Interruption, listenForInterruption } from './interruption.ts';
import { systemFailure } from './system-failure.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['auto', 'text', 'markdown'] as const;

export const command: Command = {
  operands: { shown: 'FILE|FOLDER…', least: 1, most: Number.POSITIVE_INFINITY },
  options: [
    { name: 'publish', about: 'option.publish' },
    { name: 'format', value: 'FORMAT', choices: FORMATS, about: 'option.format' },
    { name: 'title', value: 'TITLE', about: 'option.title' },
    { name: 'author', value: 'NAME', repeated: true, about: 'option.author' },
    { name: 'language', value: 'LANGUAGE', about: 'option.language' },
    { name: 'collection', value: 'NAME', repeated: true, about: 'option.collection' },
    { name: 'keyword', value: 'WORD', repeated: true, about: 'option.keyword' },
    { name: 'report', value: 'FILE', about: 'option.report' },
    ...settingOptions('data', 'upload-limit'),
  ],
  notes: ['cli.import.note-folder', 'cli.import.note-title', 'cli.import.note-resume'],
  run: importFiles,
};

async function importFiles({ operands, options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const paths = await listImportPaths(operands);
  if (paths.length === 0) throw new CommandFailure('no-input', 'cli.import.nothing');
  if (options.has('title') && paths.length > 1)
    throw new CommandFailure('usage', 'cli.import.title-one', { count: paths.length });
  const report = options.get('report')?.at(-1);
  const reportFile = report === undefined ? null : await open(report, 'w');
  const tally = startTally(terminal, reportFile);
  const { context, close } = await program.openContext(settings);
  const progress = startProgress(paths.length, terminal);
  const interruption = listenForInterruption();
  const count = async (outcome: ImportOutcome) => {
    await tally.count(outcome);
    progress.advance(1);
  };
  try {
    const files = readFiles({ paths, options, limitBytes: settings.uploadLimitBytes, terminal, count, interruption });
    for await (const outcome of importTexts(context, { files, publish: options.has('publish') })) {
      await count(outcome);
    }
  } finally {
    interruption.stop();
    progress.stop();
    await close();
    await reportFile?.close();
    tally.say();
  }
  if (!interruption.isAsked()) return tally.refused > 0 ? 'data' : 'done';
  terminal.complain('cli.import.interrupted');
  return 'interrupted';
}

interface ReadingOrder {
  readonly paths: readonly string[];
  readonly options: GivenOptions;
  readonly limitBytes: number;
  readonly terminal: Terminal;
  readonly count: (outcome: ImportOutcome) => Promise<void>;
  readonly interruption: Interruption;
}

/** One after the other, as the import asks for them: memory holds a batch, not a library. */
async function* readFiles(order: ReadingOrder): AsyncGenerator<ImportFile> {
  const format = (order.options.get('format')?.at(-1) ?? 'auto') as ImportFile['format'];
  const metadata = metadataOf(order.options);
  for (const path of order.paths) {
    if (order.interruption.isAsked()) return;
    try {
      const { bytes } = await readInputFile(path, order.limitBytes, order.terminal.input);
      yield { path, bytes, format, metadata };
    } catch (error) {
      const failure = error instanceof CommandFailure ? error : systemFailure(error);
      if (!failure) throw error;
      const mistakes = [{ field: 'file', key: failure.key, values: { path, ...failure.values } }];
      await order.count({ path, kind: 'refused', mistakes } satisfies ImportOutcome);
    }
  }
}

function metadataOf(options: GivenOptions): Partial<Metadata> {
  const [title, language] = [options.get('title')?.at(-1), options.get('language')?.at(-1)];
  const [authors, collections, keywords] = ['author', 'collection', 'keyword'].map((name) => options.get(name));
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(authors && { authors }),
    ...(collections && { collections }),
    ...(keywords && { keywords }),
  };
}
