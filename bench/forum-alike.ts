// Whether a stopwatch tells what waits, was refused, withdrawn or erased from what never was: every way to name an id, in random order, with controls. Options: --ids N, --times N, --port N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContributionId } from '#domain/contribution.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { withdrawContribution } from '#operations/contribution-withdraw.ts';
import { newId } from '#operations/secret.ts';
import { raiseGeneration } from '#store/site.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText, type Waiting, waitingContribution } from '#test/support/waiting.ts';
import { serve } from './forum/served.ts';
import { toldApart } from './forum/told-apart.ts';
import { openWire, type Wire } from './forum/wire.ts';

/** What an id may be of. `absent again` is the control that must not be told apart; `shown` may be, and at its permalink must. */
const KINDS = ['absent', 'absent again', 'waiting', 'refused', 'spam', 'withdrawn', 'erased', 'shown'] as const;
type Kind = (typeof KINDS)[number];
const SECRET: readonly Kind[] = ['waiting', 'refused', 'spam', 'withdrawn', 'erased'];

const TYPED = 'name=N&email=&subject=&body=An+answer&paragraph=&quote=';

/** The ways to name one, as a browser or a program would. */
const WAYS: Readonly<Record<string, (id: string) => Question>> = {
  permalink: (id) => ({ path: `/quiet/forum/${id}` }),
  'form to answer': (id) => ({ path: `/quiet/forum?answers=${id}` }),
  'preview of an answer': (id) => ({ path: '/quiet/forum/preview', body: `${TYPED}&answers=${id}` }),
  'for programs': (id) => ({ path: `/api/v1/contributions/${id}` }),
  'as if it were a receipt': (id) => ({ path: `/receipt/${id}` }),
};

/** Pages of two texts alike, under one of which nothing waits; asked as if nobody had asked before, and again. */
const PAGES: Readonly<Record<string, (slug: string) => Question>> = {
  'the text': (slug) => ({ path: `/${slug}` }),
  'its forum': (slug) => ({ path: `/${slug}/forum` }),
  'its feed': (slug) => ({ path: `/${slug}/forum/feed.atom` }),
  'its contributions, for programs': (slug) => ({ path: `/api/v1/contributions?text=${slug}` }),
};

interface Question {
  readonly path: string;
  readonly body?: string;
}

/** What is called told apart: as unlikely as this by chance in any of the comparisons together. */
const CHANCE = 0.01;
/** How many errors from a half that is, for the comparisons of ids. */
const ERRORS = 3.54;

const told: string[] = [];

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ids: { type: 'string', default: '150' },
      times: { type: 'string', default: '11' },
      port: { type: 'string', default: '4370' },
    },
  });
  const [ids, times] = [Number(values.ids), Number(values.times)];
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-alike-'));
  const press = await createTestContext({ dataFolder: data, settings: { forumGraceSeconds: 0 } });
  try {
    const made = await makeEach(press, ids);
    say(`${ids} of each kind made; each asked for ${times} times each way, all in random order, one after the other`);
    const options = ['--samples', 'no', '--trusted-proxies', '127.0.0.1', '--forum-site-limit', '1000000'];
    const served = await serve({ data, port: Number(values.port), options });
    const wire = openWire(served.base);
    await timeWays(wire, { made, times });
    await timePages(wire, { press, rounds: ids * times });
    const seen = ERRORS * toldApart(Array<number>(ids).fill(0), Array<number>(ids).fill(0)).error;
    say(
      `\n${told.length === 0 ? 'nothing was told apart' : `TOLD APART: ${told.join(', ')}`}; a half is chance, and a share further from it than ${seen.toFixed(2)} after ${times} questions for each id would have been`,
    );
    if (told.length > 0) process.exitCode = 1;
    wire.close();
    await served.stop();
  } finally {
    await press.close();
    rmSync(data, { recursive: true, force: true });
  }
}

type Made = Readonly<Record<Kind, readonly string[]>>;

async function makeEach(press: TestContext, count: number): Promise<Made> {
  const { context } = press;
  const [textId, noisy] = [await publishedText(context, 'Quiet'), await publishedText(context, 'Noisy')];
  const send = async (id = textId) => {
    const all: Waiting[] = [];
    for (let at = 0; at < count; at += 1)
      all.push(await waitingContribution(context, { textId: id, body: `Post ${at}.` }));
    return all;
  };
  const decide = async (items: readonly Waiting[], decision: 'validate' | 'refuse' | 'spam') => {
    const deciding = { decision, ground: decision === 'refuse' ? 'off-topic' : '', reason: null, reply: null };
    // One by one: many have a longer grace.
    for (const item of items) await decideContributions(context, { ...deciding, items: [item] });
    return idsOf(items);
  };
  const [withdrawn, erased] = [await send(), await send()];
  await decide(withdrawn, 'validate');
  await decide(erased, 'validate');
  for (const { id } of withdrawn) await withdrawContribution(context, { contributionId: id });
  for (const { id } of erased) await eraseContribution(context, { contributionId: id, ground: 'request' });
  const made = {
    absent: nobodys(press, count),
    'absent again': nobodys(press, count),
    waiting: idsOf(await send()),
    refused: await decide(await send(), 'refuse'),
    spam: await decide(await send(), 'spam'),
    withdrawn: idsOf(withdrawn),
    erased: idsOf(erased),
    shown: await decide(await send(), 'validate'),
  };
  // The same is shown under both, and under one of them much waits.
  await decide(await send(noisy), 'validate');
  for (let more = 0; more < 10; more += 1) await send(noisy);
  return made;
}

const idsOf = (items: readonly { readonly id: ContributionId }[]) => items.map(({ id }) => id as string);
const nobodys = ({ context }: TestContext, count: number) =>
  Array.from({ length: count }, () => newId<string>(context));

interface Timing {
  readonly made: Made;
  readonly times: number;
}

async function timeWays(wire: Wire, { made, times }: Timing): Promise<void> {
  const all = KINDS.flatMap((kind) => made[kind].map((id) => ({ kind, id, times: [] as number[] })));
  const comparisons = Object.keys(WAYS).length * SECRET.length;
  for (const [name, questionOf] of Object.entries(WAYS)) {
    for (const one of all) one.times.length = 0;
    for (let round = -1; round < times; round += 1)
      for (const one of shuffled(all)) {
        const ms = await ask(wire, questionOf(one.id));
        // The first round warms what is cold.
        if (round >= 0) one.times.push(ms);
      }
    report(name, all, { comparisons, times });
  }
}

interface Asked {
  readonly kind: Kind;
  readonly times: readonly number[];
}

/**
 * Once: what one question tells. Often: the middle of all questions for one id; those of different ids are independent of each
 * other, so that the chance that is told is right.
 */
function report(
  name: string,
  all: readonly Asked[],
  of: { readonly comparisons: number; readonly times: number },
): void {
  const lots = (kind: Kind) => all.filter((one) => one.kind === kind).map((one) => one.times);
  const [absent, middles] = [lots('absent').flat(), lots('absent').map(median)];
  say(`\n${name.padEnd(30)}median      of absent   asked once   asked ${of.times} times   by chance`);
  row('absent', median(absent), null);
  for (const kind of KINDS.slice(1)) {
    const [once, often] = [toldApart(lots(kind).flat(), absent), toldApart(lots(kind).map(median), middles)];
    const isApart = often.chance < CHANCE / of.comparisons;
    const isWrong = isApart && kind !== 'shown';
    if (isWrong) told.push(`${name}, ${kind}`);
    row(kind, median(lots(kind).flat()), {
      ratio: median(lots(kind).flat()) / median(absent),
      ...{ once: once.share, often: often.share, error: often.error, chance: often.chance },
      verdict: isWrong ? '  TOLD APART' : isApart ? '  control: told apart' : '',
    });
  }
}

/** A text asked for anew each time: something becomes public in between, so that no page is remembered. */
async function timePages(
  wire: Wire,
  { press, rounds }: { readonly press: TestContext; readonly rounds: number },
): Promise<void> {
  say(`\n${'two texts alike, much waits under one of them'.padEnd(47)}quiet       noisy       asked once   by chance`);
  for (const [name, questionOf] of Object.entries(PAGES)) {
    const times = { quiet: [] as number[], noisy: [] as number[] };
    for (let round = -20; round < rounds; round += 1) {
      await press.context.store.write(raiseGeneration);
      for (const slug of shuffled(['quiet', 'noisy'] as const)) {
        const ms = await ask(wire, questionOf(slug));
        if (round >= 0) times[slug].push(ms);
      }
    }
    const { share, error, chance } = toldApart(times.noisy, times.quiet);
    const isApart = chance < CHANCE / Object.keys(PAGES).length;
    const verdict = isApart ? '  TOLD APART' : '';
    if (isApart) told.push(name);
    const [quiet, noisy] = [median(times.quiet), median(times.noisy)].map((ms) => `${ms.toFixed(3)} ms`.padEnd(12));
    say(
      `  ${name.padEnd(45)}${quiet}${noisy}${share.toFixed(3)} ± ${(1.96 * error).toFixed(3)}  ${shownChance(chance)}${verdict}`,
    );
  }
}

let asked = 0;

/** From another address each time, behind a proxy the site trusts: limits are measured elsewhere. */
async function ask(wire: Wire, { path, body }: Question): Promise<number> {
  asked += 1;
  const from = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
  const head = `HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${from}\r\nAccept-Encoding: identity\r\n`;
  const form = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body?.length}\r\n\r\n${body}`;
  const { status, ms } = await wire.ask(body === undefined ? `GET ${path} ${head}\r\n` : `POST ${path} ${head}${form}`);
  if (status === 429 || status >= 500) throw new Error(`${status} at ${path}`);
  return ms;
}

function shuffled<T>(all: readonly T[]): readonly T[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

interface Compared {
  readonly ratio: number;
  readonly once: number;
  readonly often: number;
  readonly error: number;
  readonly chance: number;
  readonly verdict: string;
}

function row(kind: string, ms: number, compared: Compared | null): void {
  const figures = compared && [
    `${compared.ratio.toFixed(3)} ×`.padEnd(12),
    compared.once.toFixed(3).padEnd(13),
    `${compared.often.toFixed(3)} ± ${(1.96 * compared.error).toFixed(3)}`.padEnd(18),
    shownChance(compared.chance),
    compared.verdict,
  ];
  say(`  ${kind.padEnd(28)}${`${ms.toFixed(3)} ms`.padEnd(12)}${figures?.join('') ?? ''}`);
}

const shownChance = (chance: number) => (chance < 0.0001 ? '< 0.0001' : chance.toFixed(4));

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
