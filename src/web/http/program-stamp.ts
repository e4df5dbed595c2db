import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Settings } from '#settings';
import type { Assets } from './assets.ts';

const ROOMS = ['web', 'locale', 'text', 'formats'];

/** Changes with whatever takes part in rendering a page: then nothing pressed before is used again. */
export function programStamp(settings: Settings, assets: Assets): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const hash = createHash('sha256');
  const files = globSync(`{${ROOMS.join()}}/**/*.{ts,js}`, { cwd: root }).sort();
  for (const file of files) hash.update(file).update(readFileSync(`${root}${file}`));
  hash.update(
    JSON.stringify([
      settings.publicUrl,
      settings.siteName,
      settings.siteLanguage,
      settings.smtpUrl !== undefined,
      assets.stamp,
    ]),
  );
  return hash.digest('base64url');
}
