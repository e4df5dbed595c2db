import type { Context } from '#operations/context.ts';
import type { Terminal } from './terminal.ts';

/** A new library begins with the sample texts, so that the first look shows what Stet does. */
export async function importSamples(context: Context, terminal: Terminal): Promise<void> {
  if (!context.settings.samples) return;
  terminal.say('cli.serve.samples');
}
