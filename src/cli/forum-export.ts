import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '#domain/refusal.ts';
import { isSlug } from '#domain/slug.ts';
import { writeForumLine } from '#formats/forum/jsonl/write.ts';
import type { Context } from '#operations/context.ts';
import { countExport, exportContributions } from '#operations/reads/forum-export.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startProgress } from './import-progress.ts';
import { listenForInterruption } from './interruption.ts';
import type { Terminal } from './terminal.ts';

export const command: Command = {
  operands: { shown: 'FILE', least: 0, most: 1 },
  options: [
    { name: 'text', value: 'SLUG', about: 'option.forum-text' },
    { name: 'with-addresses', about: 'option.with-addresses' },
    ...settingOptions('data'),
  ],
  notes: ['cli.forum.note-export', 'cli.forum.note-private'],
  run: exportForum,
};

async function exportForum({ operands, options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const slug = options.get('text')?.at(-1) ?? null;
  if (slug !== null && !isSlug(slug)) throw new CommandFailure('usage', 'cli.forum.bad-slug', { slug });
  const { context, close } = await program.openContext(settings);
  const path = operands[0] === '-' ? undefined : operands[0];
  const { file, total } = await begin(context, { path, slug }).catch(async (error) => {
    await close();
    throw error;
  });
  const progress = file ? startProgress(total, terminal, 'cli.forum.export-progress') : null;
  const interruption = listenForInterruption();
  let count = 0;
  try {
    for await (const lines of exportContributions(context, { slug, withAddresses: options.has('with-addresses') })) {
      await write(lines.map(writeForumLine).join(''), file, terminal);
      count += lines.length;
      progress?.advance(lines.length);
      await nextTurn();
      if (interruption.isAsked()) break;
    }
    await file?.sync();
  } finally {
    interruption.stop();
    progress?.stop();
    await file?.close();
    await close();
  }
  if (path !== undefined) terminal.complain('cli.forum.exported', { count, path });
  if (interruption.isAsked()) terminal.complain('cli.interrupted');
  return interruption.isAsked() ? 'interrupted' : 'done';
}

async function begin(
  context: Context,
  { path, slug }: { readonly path: string | undefined; readonly slug: string | null },
) {
  const total = await countExport(context, { slug }).catch((error) => {
    const isMissing = error instanceof Refusal && error.code === 'not-found';
    throw isMissing ? new CommandFailure('data', 'cli.forum.no-text', { slug: slug ?? '' }) : error;
  });
  // Only whoever runs it may read it: it holds what waits, and what was refused.
  const file =
    path === undefined
      ? null
      : await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'EEXIST' ? new CommandFailure('cannot-create', 'cli.forum.exists', { path }) : error;
        });
  return { file, total };
}

async function write(text: string, file: FileHandle | null, { output }: Terminal): Promise<void> {
  if (file) return void (await file.write(text));
  if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
}
