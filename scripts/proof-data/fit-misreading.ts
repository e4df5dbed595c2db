// `node scripts/proof-data/fit-misreading.ts` fits the weights of src/proof/words/misreading-weights.ts anew and prints them, to be put there by hand,
// with what they find in texts they were not fitted on. Run when the tables of neighbours or the labelled texts change.
import { TRAITS } from '#proof/words/misreading-odds.ts';
import { MISREADING_WEIGHTS } from '#proof/words/misreading-weights.ts';
import { type Doubt, type DoubtfulText, readDoubtfulTexts } from './labelled-misreadings.ts';
import { fitWeights, oddsOf, type Sample } from './logistic-regression.ts';

const FOLDS = 5;
const ROUNDS = 4;
const RIDGES = [0.3, 1, 3, 10];
/** The threshold is the lowest that keeps to it in the texts fitted on. */
const ALARMS_PER_THOUSAND = 0.45;
/** The labelled texts hold too few misread beginnings of sentences: their weight stays as it is, and they are not fitted on. */
const SET_BY_HAND = new Set(['beginning']);

const FREE = [...TRAITS.keys()].filter((trait) => !SET_BY_HAND.has(TRAITS[trait]!));
const STANDING = Float64Array.from(TRAITS, (trait) => MISREADING_WEIGHTS[trait]);

export function run(): void {
  const texts = readDoubtfulTexts();
  if (texts === null) console.log('the labelled texts are not here, nothing fitted');
  else fit(texts);
}

function fit(all: readonly DoubtfulText[]): void {
  const samples = samplesOf(all);
  const meant = samples.filter(({ isTrue }) => isTrue).length;
  console.log(`${all.length} texts, ${samples.length} pairs of a word and a rival, ${meant} of them meant`);
  console.log(`recall of the errors that a rival explains, at ${ALARMS_PER_THOUSAND} alarms in 1,000 words:`);
  showFigures(
    'as they stand (seen)',
    crossValidate(all, () => STANDING),
  );
  let best = { ridge: 0, loss: Number.POSITIVE_INFINITY };
  for (const ridge of RIDGES) {
    const from = fitWeights(samples, { free: FREE, ridge, from: STANDING });
    const figures = crossValidate(all, (seen) => fitWeights(samplesOf(seen), { free: FREE, ridge, from }));
    showFigures(`ridge ${ridge}, unseen`, figures);
    const loss = mean(figures.map((figure) => figure.loss));
    if (loss < best.loss) best = { ridge, loss };
  }
  const weights = fitWeights(samples, { free: FREE, ridge: best.ridge, from: STANDING });
  showFigures(
    `ridge ${best.ridge}, seen`,
    crossValidate(all, () => weights),
  );
  console.log(`\nweights, with ridge ${best.ridge}, threshold ${thresholdOf(all, weights).toFixed(2)}:`);
  for (const [at, trait] of TRAITS.entries())
    console.log(`  ${trait}: ${Number(weights[at]!.toPrecision(3))},${SET_BY_HAND.has(trait) ? ' (by hand)' : ''}`);
}

/** A word in an error that no rival explains says nothing of rivals. */
function samplesOf(some: readonly DoubtfulText[]): readonly Sample[] {
  return some.flatMap(({ doubts }) =>
    doubts.flatMap(({ rivals, isWrong, beginsSentence }) =>
      beginsSentence ? [] : rivals.filter(({ isTrue }) => isTrue || !isWrong),
    ),
  );
}

interface Figures {
  readonly recall: number;
  readonly alarms: number;
  readonly loss: number;
}

/** Every text is left out once a round; its set is dealt evenly to the folds. */
function crossValidate(all: readonly DoubtfulText[], learn: (seen: readonly DoubtfulText[]) => Float64Array) {
  const random = randomFrom(7);
  const figures: Figures[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const dealt = all
      .map((text) => ({ text, order: random() }))
      .sort((one, other) => one.text.set.localeCompare(other.text.set) || one.order - other.order);
    for (let fold = 0; fold < FOLDS; fold++) {
      const [seen, unseen] = [false, true].map((wanted) =>
        dealt.flatMap(({ text }, index) => ((index % FOLDS === fold) === wanted ? [text] : [])),
      );
      const weights = learn(seen!);
      figures.push(figuresOf(unseen!, weights, thresholdOf(seen!, weights)));
    }
  }
  return figures;
}

const bestOf = (weights: Float64Array, { rivals }: Doubt) =>
  Math.max(...rivals.map(({ traits }) => oddsOf(weights, traits)));

function thresholdOf(some: readonly DoubtfulText[], weights: Float64Array): number {
  const words = some.reduce((sum, text) => sum + text.words, 0);
  const clean = some
    .flatMap(({ doubts }) => doubts.flatMap((doubt) => (doubt.isWrong ? [] : [bestOf(weights, doubt)])))
    .sort((one, other) => other - one);
  return clean[Math.floor((ALARMS_PER_THOUSAND * words) / 1000)]!;
}

function figuresOf(some: readonly DoubtfulText[], weights: Float64Array, threshold: number): Figures {
  const doubts = some.flatMap((text) => text.doubts);
  const asked = doubts.filter((doubt) => bestOf(weights, doubt) > threshold);
  const samples = samplesOf(some);
  return {
    recall: asked.filter((doubt) => doubt.isReachable).length / doubts.filter((doubt) => doubt.isReachable).length,
    alarms: (1000 * asked.filter((doubt) => !doubt.isWrong).length) / some.reduce((sum, text) => sum + text.words, 0),
    loss:
      samples.reduce((sum, { traits, isTrue }) => sum + lossOf(oddsOf(weights, traits), isTrue), 0) /
      samples.filter(({ isTrue }) => isTrue).length,
  };
}

const lossOf = (odds: number, isTrue: boolean) => Math.log1p(Math.exp(isTrue ? -odds : odds));

function showFigures(name: string, figures: readonly Figures[]): void {
  const told = (['recall', 'alarms', 'loss'] as const).map(
    (key) => `${key} ${spread(figures.map((figure) => figure[key]))}`,
  );
  console.log(`  ${name.padEnd(22)} ${told.join('  ')}`);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): string {
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return `${middle.toFixed(3)} ± ${Math.sqrt(variance).toFixed(3)}`;
}

/** The same at every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

if (import.meta.main) run();
