// `npm run pictures`: takes the pictures of docs/guide/pictures/ from the sample library, in a real browser.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser, withPage } from '#test/support/browser.ts';
import { endPrograms, startProgram, untilSaid } from '#test/support/program.ts';
import { takeForumPictures } from './forum-pictures.ts';

const FOLDER = fileURLToPath(new URL('../docs/guide/pictures/', import.meta.url));
const WIDE = { width: 1280, height: 860 };
const PICTURES = [
  { name: 'text', path: '/on-reading-proof', scroll: 660, options: { viewport: WIDE } },
  { name: 'text-dark', path: '/on-reading-proof', scroll: 0, options: { viewport: WIDE, colorScheme: 'dark' } },
  { name: 'text-narrow', path: '/to-the-compositor', scroll: 0, options: { viewport: { width: 390, height: 780 } } },
  { name: 'home', path: '/', scroll: 0, options: { viewport: WIDE } },
] as const;

const data = mkdtempSync(join(tmpdir(), 'stet-pictures-'));
mkdirSync(FOLDER, { recursive: true });
try {
  const program = startProgram(['serve', '--port', '0', '--data', data]);
  const [, address = '', claim = ''] = await untilSaid(program, /Stet is at (http:\S+)[\s\S]*?(http:\S+\/claim\/\S+)/);
  const browser = await startBrowser();
  for (const { name, path, scroll, options } of PICTURES) {
    await withPage(browser, address + path, options, async (page) => {
      await page.mouse.wheel(0, scroll);
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${FOLDER}${name}.png` });
    });
    process.stdout.write(`docs/guide/pictures/${name}.png\n`);
  }
  for (const name of await takeForumPictures(browser, { address, claim, folder: FOLDER }))
    process.stdout.write(`docs/guide/pictures/${name}.png\n`);
  await browser.close();
} finally {
  endPrograms();
  rmSync(data, { recursive: true, force: true });
}
