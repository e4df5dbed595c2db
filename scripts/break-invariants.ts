// `npm run test:broken [-- ID… | forum | record] [--jobs N]`: breaks each invariant as a slip of the pen would, in a copy of the
// project, and looks whether the test that is said to hold it fails. Ends with 1 if one of them did not.
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Breakage, Invariant, NamedTest } from '#test/invariants/invariant.ts';
import { INVARIANTS } from '#test/invariants/invariants.ts';
import { copyProject, type ProjectCopy, removeFolder, temporaryFolder } from './broken/project-copy.ts';
import { endTests, runTest, type Scope, type TestRun } from './broken/run-test.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Whoever works on this machine meanwhile goes first. */
const PRIORITY = 10;

interface Planned extends Breakage {
  readonly invariant: Invariant;
}

interface Outcome {
  readonly isSeen: boolean;
  readonly said: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', short: 'j', default: String(Math.max(1, availableParallelism() >> 1)) },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  say('npm run test:broken [-- ID… | forum | record] [--jobs N]');
  say(INVARIANTS.map(({ id, holds, breakages }) => `${id.padStart(4)}  ${holds} (${breakages.length})`).join('\n'));
} else {
  process.exitCode = await breakAll(planOf(positionals), Number(values.jobs));
}

/** Those of one test file together: the files of the machine's memory stay warm. */
function planOf(asked: readonly string[]): readonly Planned[] {
  const unknown = asked.filter((one) => !INVARIANTS.some((invariant) => isAsked(invariant, [one])));
  if (unknown.length > 0) {
    process.stderr.write(`no invariant is called ${unknown.join(', ')}: --help lists them\n`);
    process.exit(64);
  }
  const wanted = INVARIANTS.filter((one) => asked.length === 0 || isAsked(one, asked));
  return wanted
    .flatMap((invariant) => invariant.breakages.map((breakage) => ({ ...breakage, invariant })))
    .sort((one, other) => keyOf(one.seenBy).localeCompare(keyOf(other.seenBy)));
}

function isAsked({ id }: Invariant, asked: readonly string[]): boolean {
  return asked.some((one) => one.toUpperCase() === id || one === (id.startsWith('R') ? 'record' : 'forum'));
}

async function breakAll(planned: readonly Planned[], jobs: number): Promise<number> {
  setPriority(PRIORITY);
  const folder = await temporaryFolder();
  let isOver = false;
  const interrupted = async () => {
    isOver = true;
    endTests();
    await removeFolder(folder);
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const startedAt = performance.now();
  const [left, seen] = [[...planned], new Map<Planned, Outcome>()];
  const sound = new Map<string, Promise<Sound>>();
  try {
    const work = async () => {
      const copy = await copyProject(ROOT, folder);
      for (let one = left.shift(); one; one = left.shift()) {
        const outcome = await breakOne(copy, one, sound);
        // What was cut off says nothing.
        if (isOver) return;
        seen.set(one, outcome);
        sayOutcome(one, outcome, `${seen.size}/${planned.length}`);
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, planned.length)) }, work));
  } finally {
    await removeFolder(folder);
  }
  return summarise(planned, seen, (performance.now() - startedAt) / 1000);
}

/** First as it stands: a test that fails without a reason sees nothing. */
async function breakOne(copy: ProjectCopy, breakage: Planned, sound: Map<string, Promise<Sound>>): Promise<Outcome> {
  const { seenBy } = breakage;
  const key = keyOf(seenBy);
  if (!sound.has(key)) sound.set(key, soundRun(copy, seenBy));
  const { scope, why } = await sound.get(key)!;
  if (why) return { isSeen: false, said: why };
  // A slip that cannot be made any more is one that nobody sees; the others go on.
  const run = copy.broken(breakage, async () => outcomeOf(await runTest(copy.folder, seenBy, scope)));
  return run.catch((error: Error) => ({ isSeen: false, said: error.message }));
}

interface Sound {
  readonly scope: Scope;
  /** Null where it passes. */
  readonly why: string | null;
}

async function soundRun({ folder }: ProjectCopy, seenBy: NamedTest): Promise<Sound> {
  if (whyUnsound(await runTest(folder, seenBy, 'alone')) === null) return { scope: 'alone', why: null };
  const scope = 'among others';
  return { scope, why: whyUnsound(await runTest(folder, seenBy, scope)) };
}

function whyUnsound({ verdicts, said }: TestRun): string | null {
  if (verdicts.length === 0) return `unbroken, it did not run: ${said}`;
  const odd = verdicts.find(({ end }) => end !== 'passed');
  return odd ? `unbroken, it is ${odd.end}: ${odd.said}` : null;
}

function outcomeOf({ verdicts, said }: TestRun): Outcome {
  const failed = verdicts.find(({ end }) => end === 'assertion' || end === 'refusal');
  if (failed) return { isSeen: true, said: failed.said };
  const crashed = verdicts.find(({ end }) => end === 'crash');
  if (crashed) return { isSeen: false, said: `it crashed: ${crashed.said}` };
  return { isSeen: false, said: verdicts.length > 0 ? 'it passes' : `it did not run: ${said}` };
}

function keyOf({ file, name }: NamedTest): string {
  return `${file}: ${name}`;
}

function sayOutcome({ invariant, so, seenBy }: Planned, { isSeen, said }: Outcome, count: string): void {
  say(`[${count}] ${isSeen ? 'seen    ' : 'NOT SEEN'} ${invariant.id.padStart(3)}  ${so}`);
  say(`${' '.repeat(count.length + 3)}by ${keyOf(seenBy)}`);
  say(`${' '.repeat(count.length + 3)}   ${said.slice(0, 160)}`);
}

function summarise(planned: readonly Planned[], seen: ReadonlyMap<Planned, Outcome>, seconds: number): number {
  const missed = planned.filter((one) => !seen.get(one)?.isSeen);
  const invariants = new Set(planned.map(({ invariant }) => invariant)).size;
  say(
    `\n${planned.length - missed.length} of ${planned.length} breakages of ${invariants} invariants seen, in ${seconds.toFixed(0)} s`,
  );
  for (const { invariant, so } of missed) say(`not seen: ${invariant.id}, ${so}`);
  return missed.length === 0 && planned.length > 0 ? 0 : 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
