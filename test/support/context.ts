// A real context on a data folder of its own: the real store, the real workers. Clock and log are the only stand-ins.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Actor, type Role, VISITOR } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import { createAccount } from '#operations/account-create.ts';
import type { Context } from '#operations/context.ts';
import { tilesWritten } from '#operations/record-release.ts';
import type { Settings } from '#settings';
import { openStore } from '#store/store.ts';
import { createWorkers } from '#workers/pool.ts';

export interface TestContext {
  /** As the operator of the command line. */
  readonly context: Context;
  readonly dataFolder: string;
  readonly clock: TestClock;
  /** Somebody with an account of that role, made for the test; the same one each time. */
  as(role: Role): Promise<Context>;
  asVisitor(): Context;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

export interface TestClock {
  now(): Date;
  /** The clock stands still but for this. */
  advance(seconds: number): void;
}

export const TEST_PASSWORD = 'correct horse battery';

interface Options {
  readonly settings?: Partial<Settings>;
  /** Of a store opened before; it is then left in place by `close`. */
  readonly dataFolder?: string;
  readonly pressedLimitBytes?: number;
}

export async function createTestContext(options: Options = {}): Promise<TestContext> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'stet-test-'));
  const clock = createClock(new Date('2026-11-22T18:00:00Z'));
  const { pressedLimitBytes } = options;
  const store = await openStore({ dataFolder, clock, ...(pressedLimitBytes !== undefined && { pressedLimitBytes }) });
  const workers = createWorkers({ size: 2 });
  const context: Context = {
    settings: {
      ...SETTINGS,
      guardFile: join(dataFolder, 'guard', 'checkpoint'),
      ...options.settings,
      dataFolder,
    } as Settings,
    store,
    clock,
    random: { bytes: (count) => randomBytes(count) },
    workers,
    log: pino({ level: 'silent' }),
    actor: { kind: 'operator' },
  };
  const accounts = new Map<Role, Promise<Context>>();
  return {
    context,
    dataFolder,
    clock,
    as: (role) => {
      const known = accounts.get(role) ?? createActor(context, role);
      accounts.set(role, known);
      return known;
    },
    asVisitor: () => ({ ...context, actor: VISITOR }),
    close: async () => {
      await workers.close();
      await tilesWritten(context);
      await store.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'http://stet.test',
  siteName: 'The Test Press',
  siteLanguage: 'en',
  uploadLimitBytes: 32 * 1024 * 1024,
  logLevel: 'silent',
  trustedProxies: [],
  samples: false,
  forumGraceSeconds: 5,
  forumSenderLimit: 60,
  forumTextLimit: 6000,
  forumSiteLimit: 9000,
} satisfies Partial<Settings>;

async function createActor(context: Context, role: Role): Promise<Context> {
  const name = role === 'editor' ? 'Edda' : 'Ada';
  const created = await createAccount(context, { name, password: TEST_PASSWORD, role });
  if (!created.ok) throw new Error(JSON.stringify(created.mistakes));
  const actor: Actor = { kind: 'account', id: created.value.accountId as AccountId, name, role };
  return { ...context, actor };
}

function createClock(start: Date): TestClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000;
    },
  };
}
