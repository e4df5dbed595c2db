import { train } from '#triage/learn.ts';
import {
  type Figures,
  figuresOf,
  type JudgedPost,
  judge,
  judgeLeavingOneOut,
  type LabelledPost,
} from '#triage/measure.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { readLabelledPosts } from './labelled-posts.ts';
import type { Terminal } from './terminal.ts';

export const command: Command = {
  operands: null,
  options: [
    { name: 'train', value: 'FILE', about: 'option.train' },
    { name: 'test', value: 'FILE', about: 'option.test' },
    { name: 'json', about: 'option.triage-json' },
    ...settingOptions('upload-limit'),
  ],
  notes: ['cli.triage.note-file', 'cli.triage.note-figures'],
  run: evaluate,
};

interface Evaluation extends Figures {
  readonly textsPerSecond: number;
}

async function evaluate({ options, terminal }: Invocation): Promise<ExitName> {
  const { uploadLimitBytes } = commandSettings(options, terminal);
  const read = (path: string) => readLabelledPosts(path, uploadLimitBytes, terminal.input);
  const [trainPath, testPath] = [options.get('train')?.at(-1), options.get('test')?.at(-1)];
  if (trainPath === undefined) throw new CommandFailure('usage', 'cli.triage.no-train');
  const known = await read(trainPath);
  const asked = testPath === undefined ? null : await read(testPath);
  const model = train(known);
  const judged = asked === null ? judgeLeavingOneOut(known) : judge(model, asked);
  const evaluation = { ...figuresOf(judged), textsPerSecond: speedOf(() => judge(model, asked ?? known).length) };
  if (options.has('json')) terminal.output.write(`${JSON.stringify(evaluation)}\n`);
  else show({ evaluation, judged, known, asked, terminal });
  return 'done';
}

/** Posts a second through all of triage, in one thread. */
function speedOf(judgeAll: () => number): number {
  const before = performance.now();
  const count = judgeAll();
  return Math.round((1000 * count) / (performance.now() - before));
}

interface Shown {
  readonly evaluation: Evaluation;
  readonly judged: readonly JudgedPost[];
  readonly known: readonly LabelledPost[];
  readonly asked: readonly LabelledPost[] | null;
  readonly terminal: Terminal;
}

function show({ evaluation, judged, known, asked, terminal }: Shown): void {
  const { say, paint, output } = terminal;
  for (const [source, part] of asked === null ? partsOf(judged) : []) {
    output.write(`${paint('bold', source)}\n`);
    say('cli.triage.figures', { count: part.length, ...inPercent(figuresOf(part)) });
  }
  output.write(`${paint('bold', terminal.text('cli.triage.all'))}\n`);
  say('cli.triage.figures', { count: judged.length, ...inPercent(evaluation) });
  if (asked !== null) sayUnseen(judged, known, terminal);
  say('cli.triage.speed', { count: evaluation.textsPerSecond });
}

/** Without what stands in both files word for word: that is remembered, not recognised. */
function sayUnseen(judged: readonly JudgedPost[], known: readonly LabelledPost[], { say }: Terminal): void {
  const bodies = new Set(known.map(({ submission }) => submission.body));
  const unseen = judged.filter(({ post }) => !bodies.has(post.submission.body));
  const isMixed = new Set(unseen.map(({ post }) => post.isSpam)).size === 2;
  if (unseen.length < judged.length && isMixed)
    say('cli.triage.unseen', { count: unseen.length, ...inPercent(figuresOf(unseen)) });
}

function partsOf(judged: readonly JudgedPost[]): readonly (readonly [string, readonly JudgedPost[]])[] {
  const parts = Map.groupBy(judged, ({ post }) => post.source ?? '');
  const isMixed = (part: readonly JudgedPost[]) => new Set(part.map(({ post }) => post.isSpam)).size === 2;
  return parts.size < 2 ? [] : [...parts].filter(([, part]) => isMixed(part));
}

function inPercent({ accuracy, spamCaughtAt1, spamCaughtAt05 }: Figures) {
  const percent = (share: number) => Math.round(1000 * share) / 10;
  return { accuracy: percent(accuracy), at1: percent(spamCaughtAt1), at05: percent(spamCaughtAt05) };
}
