// A reader chooses the words of the text they answer: by selecting them, with the mouse or the keyboard, or by typing them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { setForumMode } from '#operations/forum-mode-set.ts';
import { axeViolations, judged, withPage } from '#test/support/browser.ts';
import { decideOn } from '#test/support/deciding.ts';
import { shownTo } from '#test/support/forum.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { servePress } from '#test/support/served.ts';

const SOURCE = `---
title: A Night Walk
authors: [Hester Quill]
language: en
---

It was the *end* of the\u00A0road,[^1] and the fer\u00ADry lay still “upon the water”.

The ferryman had no name for it, and the ferry none.

| night | lamps |
| --- | --- |
| first | seven |

[^1]: By the old inn.
`;
const FRENCH = SOURCE.replace('A Night Walk', 'Le bac').replace('language: en', 'language: fr');
const SLUG = 'a-night-walk';

const { press, server, browser } = await servePress({ settings: { forumSenderLimit: 10_000 } });
const textId = await publishSource(press.context, { source: SOURCE, slug: SLUG });
await publishSource(press.context, { source: FRENCH, slug: 'le-bac' });

const NO_SCRIPT = { locale: 'en-GB', javaScriptEnabled: false };
const active = (page: Page) => page.evaluate<string>('document.activeElement.className');

/** Selects from some words of the page to others, as a reader's hand would: `END` is the end of the paragraph. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('.body'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const at = (words) => {
      const text = texts.find(({ data }) => data.includes(words));
      return [text, text.data.indexOf(words)];
    };
    const [first, last] = [at(${JSON.stringify(from)}), at(${JSON.stringify(to)})];
    document.getSelection().setBaseAndExtent(...first, last[0], last[1] + ${to.length});
  })()`);
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(String(error)));
  return faults;
}

test('selected by keyboard alone they are answered: through the form and the preview to their place in the text', async () => {
  await withPage(browser, `${server.address}/${SLUG}`, { locale: 'en-GB' }, async (page) => {
    const faults = await faultsOf(page);
    // Across emphasis, a no-break space, a note's call and a soft hyphen; by halves of words.
    await select(page, 'nd', 'fer\u00ADr');
    await page.waitForSelector('.selected');
    assert.match((await page.textContent('.heard'))!, /the Tab key leads to “Contribute on these words”/);
    assert.deepEqual(await page.locator('.selected a').allTextContents(), [
      'Contribute on these words',
      'Report a misprint',
    ]);
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Tab');
    assert.equal(await active(page), 'contribute-on');
    await page.keyboard.press('Tab');
    assert.equal(await active(page), 'report');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/quote=/);
    assert.equal(await page.inputValue('[name=paragraph]'), '1');
    assert.equal((await page.inputValue('[name=quote]')).replaceAll('\u00AD', ''), 'end of the road, and the ferry');
    assert.equal(
      (await page.textContent('main mark'))!.replaceAll(/\u00AD|\u00A0/g, ' '),
      'end of the road, and the fer ry',
    );
    assert.deepEqual(await judged(page), []);
    await page.fill('[name=name]', 'Rosa');
    await page.fill('[name=body]', 'The inn is gone.');
    await page.focus('[name=body]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/preview$/);
    assert.equal(await page.textContent('.preview q'), 'end of the road, and the ferry');
    press.clock.advance(20);
    await page.click('form.send button');
    await page.waitForURL(/\/receipt\//);
    assert.equal(await page.textContent('.contribution q'), 'end of the road, and the ferry');
    await decideOn(press, { receipt: /\/receipt\/([\w-]+)/.exec(page.url())![1]! });

    await page.goto(`${server.address}/${SLUG}`);
    assert.equal(await page.textContent('.threads q'), 'end of the road, and the ferry');
    await page.focus('.threads .about a');
    await page.keyboard.press('Enter');
    const marked = `(() => { const [range] = CSS.highlights.get('quoted'); return range.toString(); })()`;
    assert.match(await page.evaluate<string>(marked), /^end of the\u00A0road,1? and the fer\u00ADry$/u);
    assert.equal(await page.evaluate('document.querySelector(":target").tagName'), 'P');
    assert.deepEqual(faults, []);
  });
});

test('Escape closes what was offered; focus goes back to where it was; the same words chosen again are offered again', async () => {
  await withPage(browser, `${server.address}/${SLUG}`, { locale: 'en-GB' }, async (page) => {
    await page.focus('.body p:nth-of-type(2) .number');
    await select(page, 'no name', 'for it');
    await page.waitForSelector('.selected');
    await page.keyboard.press('Tab');
    assert.equal(await active(page), 'contribute-on');
    await page.keyboard.press('Escape');
    assert.equal(await active(page), 'number');
    assert.equal(await page.locator('.selected').count(), 0);
    assert.equal(await page.textContent('.heard'), '');
    assert.equal(
      await page.evaluate('document.getSelection().toString()'),
      'no name for it',
      'what is selected stays so',
    );
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.selected').count(), 0);
    await page.evaluate('document.getSelection().removeAllRanges()');
    await page.waitForTimeout(300);
    await select(page, 'no name', 'for it');
    await page.waitForSelector('.selected');
    await page.mouse.click(4, 4);
    await page.waitForSelector('.selected', { state: 'detached' });
  });
});

test('across two paragraphs the first one’s words are taken; in a table and in a note they are found; furniture is no word', async () => {
  await withPage(browser, `${server.address}/${SLUG}`, { locale: 'en-GB' }, async (page) => {
    const quoted = async () => {
      const href = (await page.getAttribute('.contribute-on', 'href'))!;
      await page.evaluate('document.getSelection().removeAllRanges()');
      await page.waitForSelector('.selected', { state: 'detached' });
      const html = await (await page.request.get(new URL(href, page.url()).href)).text();
      return /<mark>([^<]*)<\/mark>/.exec(html)?.[1];
    };
    await select(page, 'upon the', 'ferryman had');
    await page.waitForSelector('.contribute-on');
    assert.equal(await page.locator('.report').count(), 0, 'more than a paragraph is no misprint');
    assert.equal(await quoted(), 'upon the water”.');
    await select(page, 'first', 'seven');
    await page.waitForSelector('.contribute-on');
    assert.match((await quoted())!, /^first\s+seven$/);
    await select(page, 'the old', 'old inn');
    await page.waitForSelector('.contribute-on');
    assert.equal(await quoted(), 'the old inn');
    await page.evaluate(`document.getSelection().selectAllChildren(document.querySelector('#notes'))`);
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.selected').count(), 0);
  });
});

test('on a small touched screen, in the dark, it is in the page, clear of the words, and large enough', async () => {
  const options = { locale: 'fr', colorScheme: 'dark', viewport: { width: 320, height: 640 }, hasTouch: true } as const;
  await withPage(browser, `${server.address}/le-bac`, { ...options, isMobile: true }, async (page) => {
    await select(page, 'ferryman', 'name');
    await page.waitForSelector('.selected');
    assert.deepEqual(await page.locator('.selected a').allTextContents(), [
      'Contribuer sur ces mots',
      'Signaler une coquille',
    ]);
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
    const lines = `[...document.getSelection().getRangeAt(0).getClientRects()].at(-1).bottom`;
    const below = await page.evaluate<number>(
      `document.querySelector('.selected').getBoundingClientRect().top - ${lines}`,
    );
    assert.ok(below > 20, `${below} px below`);
    for (const link of await page.locator('.selected a').all())
      assert.ok((await link.boundingBox())!.height >= 40, 'for a finger');
    await page.tap('.contribute-on');
    await page.waitForURL(/quote=ferryman/);
    assert.equal(await page.inputValue('[name=paragraph]'), '2');
  });
});

test('without script they are typed: however a keyboard writes them; what does not stand there is said, and all that was typed stays', async () => {
  await withPage(browser, `${server.address}/${SLUG}/forum?paragraph=1`, NO_SCRIPT, async (page) => {
    await page.fill('#quote', 'lay still under the water');
    await page.fill('[name=name]', 'Jonas');
    await page.fill('[name=subject]', 'Stillness');
    await page.fill('[name=body]', 'It never lay still.');
    await page.click('form.contribute button');
    assert.match((await page.textContent('#quote-mistake'))!, /do not stand in the paragraph/);
    assert.equal(await page.getAttribute('#quote', 'aria-invalid'), 'true');
    assert.match((await page.textContent('main .passage'))!, /It was the end/, 'the whole paragraph is shown');
    const kept = async () =>
      Promise.all(['quote', 'name', 'subject', 'body', 'paragraph'].map((name) => page.inputValue(`#${name}`)));
    assert.deepEqual(await kept(), ['lay still under the water', 'Jonas', 'Stillness', 'It never lay still.', '1']);
    await page.fill('#quote', 'LAY still "upon\nthe   water".');
    await page.click('form.contribute button');
    assert.equal(await page.textContent('.preview q'), 'lay still “upon the water”.');
    await page.fill('#quote', '');
    await page.click('form.contribute button');
    assert.match((await page.textContent('.preview q'))!, /^It was the end of the road, and/, 'its beginning');
    await page.fill('#quote', 'the road1, and');
    await page.click('form.contribute button');
    assert.equal(await page.textContent('.preview q'), 'the road, and', 'copied with the number of its note');
    press.clock.advance(20);
    await page.click('form.send button');
    await page.waitForURL(/\/receipt\//);
    await decideOn(press, { receipt: /\/receipt\/([\w-]+)/.exec(page.url())![1]! });
    await page.goto(`${server.address}/${SLUG}/forum`);
    const about = page.locator('.about', { hasText: 'the road, and' }).last();
    await about.locator('a').first().click();
    assert.match(page.url(), /\/a-night-walk#\w+$/);
    await page.goto(`${server.address}/${SLUG}/forum?paragraph=1`);
    assert.match(
      (await page.textContent('.threads'))!,
      /the road, and/,
      'chosen words stand with what was written on the passage',
    );
  });
  await withPage(browser, `${server.address}/le-bac/forum?paragraph=2&quote=nulle+part`, NO_SCRIPT, async (page) => {
    await page.fill('[name=name]', 'Rose');
    await page.fill('[name=body]', 'Oui.');
    await page.click('form.contribute button');
    assert.match((await page.textContent('#quote-mistake'))!, /Ces mots ne se trouvent pas dans le paragraphe/);
  });
});

test('a correction that keeps the words keeps their place; one that changes them says so and leads to them as they stood', async () => {
  const about = async (page: Page) => {
    await page.goto(`${server.address}/${SLUG}`);
    return page.locator('.threads .about').first();
  };
  await withPage(browser, server.address, NO_SCRIPT, async (page) => {
    const kept = SOURCE.replace('upon the water', 'on the water');
    await reviseText(press.context, { textId, source: kept, reason: 'Read again.' });
    assert.match((await (await about(page)).textContent())!, /on this passage/);
    const changed = kept.replace('and the fer\u00ADry', 'and there the fer\u00ADry');
    await reviseText(press.context, { textId, source: changed, reason: 'And again.' });
    const words = await about(page);
    assert.match(
      (await words.textContent())!,
      /end of the road, and the ferry.*corrected since: as they stood in revision 1/su,
    );
    assert.equal(await page.locator('.body .mark[data-count]').count(), 1, 'it stands by its paragraph still');
    await words.locator('a').click();
    assert.match(page.url(), /\/a-night-walk\/1#\w+$/);
    const gone = changed.replace(/It was the[^\n]*\n/, 'Snow fell for nine days and no mail came.[^1]\n');
    await reviseText(press.context, { textId, source: gone, reason: 'Another beginning.' });
    assert.match((await (await about(page)).textContent())!, /on a passage that has changed since/);
    await page.goto(`${server.address}/${SLUG}/forum/shelf`);
    assert.match((await page.textContent('.threads'))!, /end of the road, and the ferry/);
  });
});

test('words that went to another paragraph are followed there: the mark in the margin, the link, the passage’s own page, the receipt', async () => {
  const [lamp, sea] = [
    'The keeper wound the lamp and wrote down the hour.',
    `At dawn no boat had come for the eleventh day, ${'and the sea went on, '.repeat(8)}and nobody looked.`,
  ];
  const source = SOURCE.replace('A Night Walk', 'The Landing').split('It was the')[0]!;
  const slug = 'the-landing';
  const landing = await publishSource(press.context, { source: `${source}${lamp}\n\n${sea}\n`, slug });
  await withPage(browser, `${server.address}/${slug}`, { locale: 'en-GB' }, async (page) => {
    const faults = await faultsOf(page);
    const paragraph = (await page.getAttribute('.body [data-number="2"]', 'href'))!.slice(1);
    await select(page, 'no boat', 'had come');
    await page.click('.contribute-on');
    await page.fill('[name=name]', 'Rosa');
    await page.fill('[name=body]', 'It had sunk.');
    await page.click('form.contribute button');
    press.clock.advance(20);
    await page.click('form.send button');
    await page.waitForURL(/\/receipt\//);
    const receipt = page.url();
    await shownTo(press, { slug, body: 'Nobody at all.', paragraph });
    await decideOn(press, { receipt: /\/receipt\/([\w-]+)/.exec(receipt)![1]! });
    await reviseText(press.context, { textId: landing, source: `${source}${lamp} ${sea}\n`, reason: 'One paragraph.' });

    await page.goto(receipt);
    await page.click('.contribution .about a');
    const words = () => page.evaluate<string>('document.querySelector(":target").textContent');
    assert.match(await words(), /no boat had come/);
    await page.goto(`${server.address}/${slug}`);
    assert.equal(await page.getAttribute('.body .mark[data-count]', 'data-count'), '2');
    assert.equal(await page.locator('a[href$="/shelf"]').count(), 0);
    await page.click('.threads .about a');
    assert.match(await words(), /no boat had come/);
    assert.equal(await page.evaluate(`[...CSS.highlights.get('quoted')][0].toString()`), 'no boat had come');
    await page.click('.body .mark[data-count]');
    const [chosen, opening] = await page.locator('.threads q').allTextContents();
    assert.equal(chosen, 'no boat had come');
    assert.match(opening ?? '', /^At dawn no boat.* …$/, 'what was a paragraph is words of one now');
    await page.click('.threads .about a');
    assert.match(await words(), /no boat had come/);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(faults, []);
  });
});

test('where the forum is closed only the misprint is offered', async () => {
  const ada = await press.as('administrator');
  await setForumMode(ada, { textId, mode: 'closed' });
  await withPage(browser, `${server.address}/${SLUG}`, { locale: 'en-GB' }, async (page) => {
    await select(page, 'no name', 'for it');
    await page.waitForSelector('.selected');
    assert.deepEqual(await page.locator('.selected a').allTextContents(), ['Report a misprint']);
    assert.doesNotMatch((await page.textContent('.heard'))!, /Contribute/);
  });
});
