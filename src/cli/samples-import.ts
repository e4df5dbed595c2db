import { readdir, readFile } from 'node:fs/promises';
import type { TextState } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { listDeskTexts } from '#operations/reads/desk.ts';
import { type ImportFile, importTexts } from '#operations/text-import.ts';
import type { Terminal } from './terminal.ts';

const FOLDER = new URL('../../samples/', import.meta.url);

/** A new library begins with the sample texts, so that the first look shows what Stet does. One that holds anything is left alone. */
export async function importSamples(context: Context, terminal: Terminal): Promise<void> {
  if (!context.settings.samples || !(await isEmpty(context))) return;
  let count = 0;
  for await (const outcome of importTexts(context, { files: await sampleFiles(), publish: true })) {
    if (outcome.kind === 'imported') count += 1;
    else context.log.error({ outcome }, 'a sample text was not imported');
  }
  terminal.say('cli.serve.samples', { count });
}

async function isEmpty(context: Context): Promise<boolean> {
  const { counts } = await listDeskTexts(context, { state: 'draft' satisfies TextState, page: 1, pageSize: 1 });
  return Object.values(counts).every((count) => count === 0);
}

/** In the order of their names; each under its own name as address, so that one can name another as its translation. */
async function sampleFiles(): Promise<readonly ImportFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `samples/${name}`,
      bytes: await readFile(new URL(name, FOLDER)),
      format: 'markdown' as const,
      slug: name.slice(0, -'.md'.length),
    })),
  );
}
