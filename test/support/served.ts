// A press that answers over HTTP and a browser to look at it, for one file of tests: both end with it.
import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Server, startServer } from '#web/http/server.ts';
import { startBrowser } from './browser.ts';
import { createTestContext, type TestContext } from './context.ts';

export interface Served {
  readonly press: TestContext;
  readonly server: Server;
  readonly browser: Browser;
}

export async function servePress(options?: Parameters<typeof createTestContext>[0]): Promise<Served> {
  const press = await createTestContext(options);
  const server = await startServer(press.asVisitor());
  const browser = await startBrowser();
  after(async () => {
    await browser.close();
    await server.close();
    await press.close();
  });
  return { press, server, browser };
}
