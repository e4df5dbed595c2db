import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAddress, readCopy } from '#operations/site-copy.ts';
import { verifyCopy } from '#operations/verify-copy.ts';
import { verifyData } from '#operations/verify-data.ts';
import type { Verified, VerifyOptions } from '#operations/verify-fault.ts';
import { DATABASE_FILE } from '#store/store.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startChecking } from './faults-shown.ts';

export const command: Command = {
  operands: { shown: 'FOLDER|URL', least: 0, most: 1 },
  options: [
    { name: 'checkpoint', value: 'FILE', about: 'option.checkpoint' },
    { name: 'key', value: 'KEY', repeated: true, about: 'option.key' },
    ...settingOptions('data', 'guard-file'),
  ],
  notes: ['cli.verify.note-place', 'cli.verify.note-independent'],
  run: verify,
};

async function verify({ operands, options, terminal }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const place = operands[0] ?? settings.dataFolder;
  const earlier = options.get('checkpoint')?.at(-1);
  const isOwn = resolve(place) === settings.dataFolder;
  const checking = startChecking(terminal);
  try {
    const verified = await verifyPlace(
      {
        place,
        key: options.get('key')?.join(' '),
        ...(isOwn && settings.guardFile && { guardFile: settings.guardFile }),
      },
      {
        ...checking.options,
        earlier: earlier === undefined ? undefined : { name: earlier, note: readFileSync(earlier, 'utf8') },
      },
    );
    return checking.conclude(verified);
  } finally {
    checking.stop();
  }
}

/** A data folder holds the database; anything else is looked at as a site or a mirror of one. */
function verifyPlace(
  { place, key, guardFile }: { readonly place: string; readonly key: string | undefined; readonly guardFile?: string },
  options: VerifyOptions,
): Verified | Promise<Verified> {
  const guard = guardFile === undefined ? {} : { guardFile };
  if (isAddress(place)) return verifyCopy(readCopy(place), { ...options, key });
  if (existsSync(join(place, DATABASE_FILE))) return verifyData({ dataFolder: resolve(place), ...guard }, options);
  if (existsSync(join(place, 'log', 'checkpoint'))) return verifyCopy(readCopy(place), { ...options, key });
  throw new CommandFailure('no-input', 'cli.verify.nothing', { path: place });
}
