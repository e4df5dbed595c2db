import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#operations/context.ts';
import { createTestContext } from '#test/support/context.ts';
import { redirect } from './answer.ts';
import { createApplication } from './application.ts';
import { type Entry, pressedPages } from './pressed-pages.ts';

interface Press {
  readonly context: Context;
  /** A page of some inputs, and how often it was rendered in all. */
  readonly page: (inputs: unknown, path?: string) => Parameters<ReturnType<typeof pressedPages>['ready']>[0];
  readonly rendered: () => number;
  /** As a process does when it starts. */
  readonly start: (stamp?: string, memoryBytes?: number) => ReturnType<typeof pressedPages>;
}

async function withPress(use: (press: Press) => Promise<void>) {
  const { context, close } = await createTestContext();
  let renders = 0;
  const page: Press['page'] = (inputs, path = '/a') => ({
    kind: 'pressed',
    path,
    inputs,
    render: () => {
      renders += 1;
      return `<p>${JSON.stringify(inputs)}</p>`.repeat(100);
    },
  });
  const start: Press['start'] = (stamp = 'one', memoryBytes = 2 ** 20) =>
    pressedPages({ context, generation: () => 1, headers: {}, stamp, memoryBytes });
  try {
    await use({ context, page, rendered: () => renders, start });
  } finally {
    await close();
  }
}

const bodyOf = (entry: Entry) => entry.page.identity.toString();

test('a page is rendered once for its inputs, also over restarts, and anew when they or the program change', () =>
  withPress(async ({ page, rendered, start }) => {
    const first = start();
    const entry = await first.ready(page({ title: 'A' }), 1);
    assert.match(bodyOf(entry), /"title":"A"/);
    await first.ready(page({ title: 'A' }), 2);
    assert.equal(rendered(), 1);
    await first.drained();

    const again = start();
    const kept = await again.ready(page({ title: 'A' }), 3);
    assert.equal(rendered(), 1);
    assert.equal(kept.page.etag, entry.page.etag);

    assert.match(bodyOf(await again.ready(page({ title: 'B' }), 4)), /"title":"B"/);
    assert.equal(rendered(), 2);
    await again.drained();
    await start('two').ready(page({ title: 'B' }), 5);
    assert.equal(rendered(), 3);
  }));

test('many who ask at once wait for one pressing', () =>
  withPress(async ({ page, rendered, start }) => {
    const pages = start();
    const entries = await Promise.all(Array.from({ length: 20 }, () => pages.ready(page('x'), 1)));
    assert.equal(rendered(), 1);
    assert.equal(new Set(entries.map((entry) => entry.page.etag)).size, 1);
    await pages.drained();
  }));

test('memory is bounded: what was asked longest ago is found in the store again', () =>
  withPress(async ({ page, rendered, start }) => {
    const pages = start('one', 10_000);
    for (let n = 0; n < 50; n += 1) await pages.ready(page(n, `/${n}`), 1);
    await pages.drained();
    assert.equal(rendered(), 50);
    assert.match(bodyOf(await pages.ready(page(0, '/0'), 1)), /<p>0<\/p>/);
    assert.equal(rendered(), 50);
  }));

test('a page that cannot be rendered is not kept', () =>
  withPress(async ({ page, start }) => {
    const pages = start();
    const broken = { ...page('y'), render: () => assert.fail('no') };
    await assert.rejects(pages.ready(broken, 1), /no/);
    assert.match(bodyOf(await pages.ready(page('y'), 1)), /"y"/);
    await pages.drained();
  }));

test('what an act changed is pressed by the act, before anybody asks', async () => {
  const { context, close } = await createTestContext();
  let pressed = () => {};
  const pressing = new Promise<void>((resolve) => {
    pressed = resolve;
  });
  const render = () => {
    pressed();
    return '<p>new</p>';
  };
  const application = await createApplication(context, [
    {
      method: 'GET',
      path: '/a',
      policy: 'public',
      page: async () => ({ kind: 'pressed', path: '/a', inputs: 1, render }),
    },
    { method: 'GET', path: '/act', policy: 'public', page: async () => ({ ...redirect('/'), press: ['/a'] }) },
  ]);
  try {
    assert.equal((await application.inject('/act')).statusCode, 303);
    await pressing;
  } finally {
    await application.close();
    await close();
  }
});
