// A forum to take pictures of: readers write under a sample text, a moderator reads the queue and validates.
import type { Browser, Page } from 'playwright-core';
import { withPage } from '#test/support/browser.ts';

const TEXT = '/the-lamp-room';
const PASSWORD = 'correct horse battery';
const WIDE = { width: 1280, height: 860 };
/** Longer than the grace of a decision, and than the look a person takes at a preview. */
const GRACE_MS = 7000;
const LOOK_MS = 6000;

const POSTS = [
  {
    name: 'Nadia Roux',
    subject: 'The clockwork',
    body: 'My grandfather wound it every four hours. He said the *sound* was what one missed ashore.',
  },
  {
    name: 'J. Bell',
    subject: 'Article 3',
    body: '> The light is made for those who are elsewhere.\n\nIt stands in the 1871 printing too, on the second page.',
  },
  { name: 'Élise Caron', subject: '', body: 'Thank you for putting this online. Is there a list of the keepers?' },
];

export async function takeForumPictures(
  browser: Browser,
  { address, claim, folder }: { readonly address: string; readonly claim: string; readonly folder: string },
): Promise<readonly string[]> {
  for (const post of POSTS)
    await withPage(browser, address + TEXT, { viewport: WIDE }, (page) => contribute(page, post));
  await withPage(browser, claim, { viewport: WIDE, locale: 'en-GB' }, async (page) => {
    await page.fill('[name=name]', 'Ada');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.goto(`${address}/desk/queue`);
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}queue.png` });
    for (const _ of POSTS) {
      await page.keyboard.press('a');
      await page.waitForTimeout(300);
    }
    await page.waitForTimeout(GRACE_MS);
  });
  await withPage(browser, `${address}${TEXT}#forum`, { viewport: WIDE }, async (page) => {
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}forum.png` });
  });
  return ['queue', 'forum'];
}

async function contribute(page: Page, post: (typeof POSTS)[number]): Promise<void> {
  const form = page.locator('form[action$="/forum/preview"]');
  for (const [name, value] of Object.entries(post)) await form.locator(`[name=${name}]`).fill(value);
  await form.locator('button[type=submit]').click();
  await page.waitForTimeout(LOOK_MS);
  await page.locator('form[action$="/forum/send"] button[type=submit]').click();
  await page.waitForURL(/\/receipt\//);
}
