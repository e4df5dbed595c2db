// Every public template in a real browser: accessible, valid, reflowing, whole without script, light, and set as it should be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { withdrawText } from '#operations/text-withdraw.ts';
import { servePress } from '#test/support/served.ts';
import { axeViolations, htmlErrors, sidewaysOverflow, withPage } from '../support/browser.ts';
import { publishSamples, publishSource, reviseText, sampleSource } from '../support/library.ts';

const LONG = '/the-signal-service-of-the-hallow-coast';
/** One address for each template, and each kind of text. */
const PAGES = [
  '/',
  '/authors',
  '/collections/the-hallow-coast',
  '/dates',
  '/search?q=lamp',
  '/colophon',
  '/no-such-lamp',
  '/withdrawn',
  LONG,
  '/the-lamp-room',
  '/the-lamp-room/1',
  '/le-four-a-pain',
  '/what-the-mill-used',
  '/the-lamp-room/history',
  '/the-lamp-room/compare/1..2',
  '/the-lamp-room/cite?paragraph=1',
];
const NARROW = { viewport: { width: 320, height: 800 } };
const DARK = { colorScheme: 'dark' } as const;

const { press, server, browser } = await servePress();
const texts = await publishSamples(press.context);
const lamp = sampleSource('the-lamp-room');
const revised = {
  textId: texts.get('the-lamp-room')!,
  source: `${lamp}\nOne more line.\n`,
  reason: 'A line was missing.',
};
await reviseText(press.context, revised);
const source = '---\ntitle: Withdrawn\n---\n\nGone.\n';
const textId = await publishSource(press.context, { source, slug: 'withdrawn' });
await withdrawText(press.context, { textId, ground: 'error', reason: 'It was not ours.' });

const open = <T>(path: string, options: object, use: (page: Page) => Promise<T>) =>
  withPage(browser, server.address + path, options, use);

test('no page violates WCAG 2.2 A or AA, light or dark, wide or narrow, and none scrolls sideways', async () => {
  assert.ok(PAGES.length > 12);
  for (const path of PAGES) {
    await open(path, {}, async (page) => assert.deepEqual(await axeViolations(page), [], path));
    await open(path, { ...NARROW, ...DARK }, async (page) => {
      assert.deepEqual(await axeViolations(page), [], `${path}, dark, 320`);
      assert.ok((await sidewaysOverflow(page)) <= 0, `${path} scrolls sideways at 320`);
    });
  }
});

test('every page is valid HTML', async () => {
  for (const path of PAGES) {
    const answer = await fetch(server.address + path);
    assert.deepEqual(await htmlErrors(await answer.text()), [], path);
  }
});

test('the pages hold no script, a text one for words selected, and all read the same without', async () => {
  const words = (page: Page) => page.evaluate<string>('document.body.innerText');
  const scripts = (page: Page) =>
    page.evaluate<number>(`[...document.scripts].filter((s) => !s.type.includes('json')).length`);
  for (const [path, most] of [
    ['/', 0],
    [LONG, 1],
  ] as const) {
    assert.equal(await open(path, {}, scripts), most);
    const withScript = await open(path, {}, words);
    assert.equal(await open(path, { javaScriptEnabled: false }, words), withScript);
  }
});

test('in a wide window notes stand beside the text, in a narrow one they open over it without script', async () => {
  const shown = (page: Page, selector: string) => page.locator(selector).first().isVisible();
  await open(LONG, {}, async (page) => {
    assert.ok(await shown(page, '.side-note'));
    assert.ok(await shown(page, '.note-call a'));
    assert.ok(!(await shown(page, '.note-button')));
    const [note, column] = await Promise.all(
      ['.side-note', '.body'].map((selector) => page.locator(selector).first().boundingBox()),
    );
    assert.ok(note!.x > column!.x + column!.width, 'the note stands outside the column');
    await page.locator('.note-call a').first().click();
    assert.match(page.url(), /#/);
    assert.ok(await page.locator('.notes li:target').isVisible());
  });
  await open(LONG, { ...NARROW, javaScriptEnabled: false }, async (page) => {
    assert.ok(!(await shown(page, '.side-note')));
    const note = page.locator('.note-body').first();
    const height = (await note.boundingBox())!.height;
    await page.locator('.note-button').first().click();
    const box = (await note.boundingBox())!;
    assert.ok(
      box.y < 800 && box.y + box.height <= 801 && box.height > height,
      'the note lies at the foot of the window',
    );
    await page.keyboard.press('Escape');
    assert.ok((await note.boundingBox())!.y > 800, 'and goes back to the end');
  });
});

test('the type is the book’s: its own font, about 66 characters a line, small capitals and old-style figures that are drawn', async () => {
  await open(LONG, {}, async (page) => {
    assert.ok(
      await page.evaluate<boolean>(
        `document.fonts.check('1em Book') && [...document.fonts].some((f) => f.status === 'loaded')`,
      ),
    );
    const widths = await page.evaluate<readonly number[]>(`(() => {
      const measure = (style) => {
        const span = document.createElement('span');
        Object.assign(span.style, { fontSize: '100px', position: 'absolute', whiteSpace: 'nowrap', ...style });
        span.textContent = style.text;
        document.body.append(span);
        const { width } = span.getBoundingClientRect();
        span.remove();
        return width;
      };
      const real = measure({ text: 'history', fontVariantCaps: 'small-caps', fontSynthesis: 'none' });
      const lower = measure({ text: 'history', fontVariantCaps: 'normal', fontSynthesis: 'none' });
      const old = measure({ text: '1870', fontVariantNumeric: 'oldstyle-nums proportional-nums' });
      const lining = measure({ text: '1870', fontVariantNumeric: 'lining-nums tabular-nums' });
      return [real, lower, old, lining];
    })()`);
    const [small, lower, old, lining] = widths as [number, number, number, number];
    assert.notEqual(Math.round(small), Math.round(lower), 'small capitals are in the font');
    assert.notEqual(Math.round(old), Math.round(lining), 'so are both kinds of figures');
    const line = await page.evaluate<number>(`(() => {
      const p = [...document.querySelectorAll('.body p')].find((one) => one.innerText.length > 500);
      return p.innerText.length / (p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight) - 0.5);
    })()`);
    assert.ok(line > 58 && line < 76, `${Math.round(line)} characters a line`);
  });
});

test('a text of seven thousand words is light: four requests, 28 KB without the fonts', async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) !== 'Font') bytes += encodedDataLength;
    });
    await page.goto(server.address + LONG, { waitUntil: 'networkidle' });
    const requests = [...kinds.values()].filter((kind) => kind !== 'Font');
    assert.ok(requests.length <= 4, requests.join(' '));
    assert.ok(bytes > 5000 && bytes <= 28_000, `${bytes} bytes`);
  } finally {
    await context.close();
  }
});

test('on paper there is the text, its notes and its address, and no furniture', async () => {
  await open(LONG, {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['header.site', 'footer.site', '.side-note', '.contents', '.back']) {
      assert.ok(!(await page.locator(selector).first().isVisible()), selector);
    }
    for (const selector of ['h1', '.body p', '.notes', '.address'])
      assert.ok(await page.locator(selector).first().isVisible(), selector);
  });
});
