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
] as const;
/** Of the text; the first post is about them. */
const WORDS = 'the clockwork’s small teeth bite';

export async function takeForumPictures(
  browser: Browser,
  { address, claim, folder }: { readonly address: string; readonly claim: string; readonly folder: string },
): Promise<readonly string[]> {
  await withPage(browser, address + TEXT, { viewport: WIDE }, async (page) => {
    await select(page, WORDS);
    await page.screenshot({ path: `${folder}words.png` });
    await page.click('.contribute-on');
    await contribute(page, POSTS[0]);
  });
  for (const post of POSTS.slice(1))
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
  return ['words', 'queue', 'forum'];
}

async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('.body'), NodeFilter.SHOW_TEXT);
    while (!walker.nextNode().data.includes(${JSON.stringify(words)}));
    const [text, at] = [walker.currentNode, walker.currentNode.data.indexOf(${JSON.stringify(words)})];
    text.parentElement.scrollIntoView({ block: 'center' });
    document.getSelection().setBaseAndExtent(text, at, text, at + ${words.length});
  })()`);
  await page.waitForSelector('.selected');
}

async function contribute(page: Page, post: (typeof POSTS)[number]): Promise<void> {
  const form = page.locator('form[action$="/forum/preview"]');
  for (const [name, value] of Object.entries(post)) await form.locator(`[name=${name}]`).fill(value);
  await form.locator('button[type=submit]').click();
  await page.waitForTimeout(LOOK_MS);
  await page.locator('form[action$="/forum/send"] button[type=submit]').click();
  await page.waitForURL(/\/receipt\//);
}
