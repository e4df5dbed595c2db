// A real Chromium out of an npm package, for the journeys: nothing needs to be installed on the system.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
// The package's defaults are made for a cloud function, and would switch off what is to be tested.
const UNWANTED =
  /^--(disable-web-security|allow-running-insecure-content|single-process|no-zygote|disable-site-isolation|disable-features|enable-features|headless|in-process-gpu|use-gl|use-angle|ignore-gpu)/;
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';
const TRIES = 4; // this build now and then dies of a race between its threads at the start

export async function startBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const args = [...chromium.args.filter((argument) => !UNWANTED.test(argument)), LOOPBACK_ONLY];
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await driver.launch({ executablePath, args, headless: true });
    } catch (error) {
      if (left === 0) throw error;
      if (error instanceof Error && /shared libraries/.test(error.message)) await unpackLibraries();
    }
  }
}

/** Opens the address in a context of its own, settled (fonts there, network quiet), and closes it whatever happens. */
export async function withPage<T>(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    ...options,
  });
  try {
    // As an init script axe needs no leave from the page's policy.
    if (options.javaScriptEnabled !== false) await context.addInitScript({ content: axeSource() });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    if (options.javaScriptEnabled !== false) await page.evaluate('document.fonts.ready.then(() => undefined)');
    return await use(page);
  } finally {
    await context.close();
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, a line each; throws when it looked at nothing. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } })
      .then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
  );
  if (passes === 0) throw new Error('axe passed no rule: it looked at nothing');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
  readonly passes: number;
}

/** What html-validate finds in a page as served, a line each. */
export async function htmlErrors(html: string): Promise<readonly string[]> {
  const loader = new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard'],
  });
  const report = await new HtmlValidate(loader).validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .filter((message) => message.severity === 2)
    .map((message) => `${message.line}: ${message.ruleId}: ${message.message}`);
}

/** How far the page reaches beyond its window, in CSS pixels: what a reader would have to scroll sideways. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const axeSource = () => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// A machine without the libraries Chromium needs: the package brings them, but unpacks them only in its cloud.
async function unpackLibraries(): Promise<void> {
  await inflate(join(dirname(require.resolve('@sparticuz/chromium/package.json')), 'bin', 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
}

/** What is wrong with the page as it stands, light and dark, wide and at 320 pixels, and with its HTML as it is served; a line each. */
export async function judged(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await axeViolations(page)));
      const over = await sidewaysOverflow(page);
      if (over > 0) found.push(`reaches ${over} px beyond a window of ${width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const served = await page.context().request.get(page.url());
  found.push(...(await htmlErrors(await served.text())));
  return found.map((one) => `${new URL(page.url()).pathname}: ${one}`);
}
