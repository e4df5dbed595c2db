// A copy of the last signed head, kept apart from the database: what tells at the next start that an old backup was put back.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseTreeHead, type TreeHead } from '#record/checkpoint.ts';
import type { Settings } from '#settings';
import type { Context } from './context.ts';
import { readIfThere, writeDurably } from './durable-file.ts';

type Places = Pick<Settings, 'dataFolder' | 'guardFile'>;

/**
 * Where the copy may lie, the best place first. Beside the data folder, so that whoever puts back the whole folder does not put back
 * the copy with it; in it where nothing can be written beside, and where it was once kept.
 */
export function guardPlaces({ dataFolder, guardFile }: Places): readonly string[] {
  const byItself = [`${dataFolder}.guard`, join(dataFolder, 'guard', 'checkpoint')];
  return guardFile === undefined ? byItself : [...new Set([guardFile, ...byItself])];
}

/** The signed note, as it was released; null where there is none yet. */
export function savedNote(places: Places): { readonly path: string; readonly note: string } | null {
  for (const path of guardPlaces(places)) {
    const note = readIfThere(path)?.toString();
    if (note !== undefined) return { path, note };
  }
  return null;
}

export function savedHead({ settings }: Pick<Context, 'settings'>): TreeHead | null {
  return parseTreeHead(savedNote(settings)?.note ?? '');
}

/** One copy: those of places that were left are of the past, and only confuse. A place that was asked for is not quietly given up. */
export function saveNote({ settings, log }: Pick<Context, 'settings' | 'log'>, note: string): void {
  const places = guardPlaces(settings);
  let failure: unknown;
  for (const [at, path] of places.slice(0, settings.guardFile === undefined ? places.length : 1).entries()) {
    try {
      writeDurably({ path, bytes: Buffer.from(note) });
      for (const left of places.slice(at + 1)) rmSync(left, { force: true });
      return;
    } catch (error) {
      failure = error;
    }
  }
  log.error({ err: failure, path: places[0] }, 'the copy of the checkpoint could not be written');
}
