import { setImmediate as nextTurn } from 'node:timers/promises';
import { answersInOrder } from '#formats/forum/answers-in-order.ts';
import { FORUM_FORMATS, type ForumFormat } from '#formats/forum/detect.ts';
import { IMPORTED_STATES, type ImportedContribution, type ImportedState } from '#formats/forum/imported.ts';
import type { Context } from '#operations/context.ts';
import { type ImportOutcome, importContributions } from '#operations/forum-import.ts';
import type { PlacedContribution } from '#operations/forum-import-places.ts';
import { type ForumText, findForumText } from '#operations/reads/forum-texts.ts';
import type { Command, GivenOptions, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { readForumMap } from './forum-map.ts';
import { type ForumSource, openForumSource } from './forum-source.ts';
import { type ForumSurvey, surveyForum } from './forum-survey.ts';
import { type ForumTally, startForumTally } from './forum-tally.ts';
import { startProgress } from './import-progress.ts';
import { listenForInterruption } from './interruption.ts';

export const command: Command = {
  operands: { shown: 'FILE', least: 1, most: 1 },
  options: [
    { name: 'format', value: 'FORMAT', choices: ['auto', ...FORUM_FORMATS], about: 'option.forum-format' },
    { name: 'map', value: 'FILE', about: 'option.forum-map' },
    { name: 'state-of', value: 'STATE=STATE', repeated: true, about: 'option.state-of' },
    { name: 'dry-run', about: 'option.dry-run' },
    ...settingOptions('data'),
  ],
  notes: ['cli.forum.note-formats', 'cli.forum.note-map', 'cli.forum.note-states', 'cli.forum.note-resume'],
  run: importForum,
};

async function importForum({ operands, options, terminal, program }: Invocation): Promise<ExitName> {
  const settings = commandSettings(options, terminal);
  const [states, map] = [statesOf(options), readForumMap(options.get('map')?.at(-1))];
  const source = openForumSource(operands[0]!, (options.get('format')?.at(-1) ?? 'auto') as ForumFormat | 'auto');
  terminal.complain('cli.forum.looking', { path: operands[0]! });
  const survey = surveyForum(source);
  if (survey.count === 0) terminal.complain('cli.forum.none', { path: operands[0]!, format: source.format });
  const tally = startForumTally(terminal, survey);
  const { context, close } = await program.openContext(settings);
  const interruption = listenForInterruption();
  const progress = startProgress(survey.count, terminal, 'cli.forum.progress');
  const places = await placesOf(context, survey, map);
  try {
    const contributions = placed({ source, states, places, tally, isAsked: interruption.isAsked });
    const outcomes = options.has('dry-run')
      ? supposed(contributions)
      : importContributions(context, { format: source.format, contributions });
    for await (const batch of outcomes) {
      batch.forEach(tally.count);
      progress.advance(batch.length);
      // Nothing here waits for anything: without this no signal would be heard before the end.
      await nextTurn();
    }
  } finally {
    interruption.stop();
    progress.stop();
    await close();
    if (options.has('dry-run')) terminal.say('cli.forum.dry-run');
    tally.say(places);
  }
  if (interruption.isAsked()) terminal.complain('cli.import.interrupted');
  return interruption.isAsked() ? 'interrupted' : tally.isClean() ? 'done' : 'data';
}

/** Each page once, however many contributions it has. */
async function placesOf(context: Context, { perText, names }: ForumSurvey, map: ReadonlyMap<string, string>) {
  const places = new Map<string, ForumText | null>();
  for (const foreignId of perText.keys()) {
    const known = names.get(foreignId) ?? [];
    const itself = { foreignId, slug: null, url: null, title: null };
    places.set(foreignId, await findForumText(context, { names: [itself, ...known], map }));
  }
  return places;
}

interface Placing {
  readonly source: ForumSource;
  readonly states: States;
  readonly places: ReadonlyMap<string, ForumText | null>;
  readonly tally: ForumTally;
  readonly isAsked: () => boolean;
}

function* placed({ source, states, places, tally, isAsked }: Placing): Generator<PlacedContribution> {
  for (const { contribution, isOrphan } of answersInOrder(contributionsOf(source))) {
    if (isAsked()) return;
    const place = places.get(contribution.textForeignId);
    if (!place) tally.unplaced();
    else {
      if (isOrphan) tally.orphan();
      const state = states.get(contribution.isUnsaid ? UNSAID : contribution.state) ?? contribution.state;
      const { history } = contribution;
      // Whoever asks for another state does not want the decisions that led to the one there.
      const kept = history && state !== contribution.state ? { ...history, decisions: [] } : history;
      const stateThere = contribution.state;
      yield { contribution: { ...contribution, state, history: kept }, isOrphan, stateThere, ...place };
    }
  }
}

function* contributionsOf(source: ForumSource): Generator<ImportedContribution> {
  for (const piece of source.pieces()) if (piece.kind === 'contribution') yield piece.contribution;
}

async function* supposed(contributions: Iterable<PlacedContribution>) {
  let batch: ImportOutcome[] = [];
  for (const { contribution } of contributions) {
    const kind = contribution.body.trim() === '' ? 'empty' : 'stored';
    batch.push({ contribution, kind, state: contribution.state });
    if (batch.length < SUPPOSED_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const SUPPOSED_AT_ONCE = 1000;

/** What the file does not say was approved, nor that it was not. */
const UNSAID = 'unsaid';
type States = ReadonlyMap<ImportedState | typeof UNSAID, ImportedState>;

/**
 * `validated=waiting`: never the other way, since nothing appears that nobody validated. Of what the file leaves open, whoever
 * imports may know that it was.
 */
function statesOf(options: GivenOptions): States {
  const pairs = (options.get('state-of') ?? []).map((given) => {
    const [from, to] = given.split('=');
    if (!(from === UNSAID || isState(from)) || !isState(to) || (to === 'validated' && from !== UNSAID)) {
      const states = [...IMPORTED_STATES, UNSAID].join(', ');
      throw new CommandFailure('usage', 'cli.forum.bad-state', { given, states });
    }
    return [from, to] as const;
  });
  return new Map(pairs);
}

const isState = (state: string | undefined): state is ImportedState =>
  (IMPORTED_STATES as readonly (string | undefined)[]).includes(state);
