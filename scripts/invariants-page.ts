import type { Breakage, Invariant, NamedTest } from '#test/invariants/invariant.ts';

const SLIPS = `Below each stand the slips that were tried on it: \`npm run test:broken\` makes them one at a time in a copy of the project and
looks whether the test that is named fails, by an assertion or because the program refuses. \`npm run test:broken -- 6 R4\` tries
those of two.`;

const NAMES = `Each test is named as it stands in its file; a guard checks that it is there, and that what a slip changes still stands there once. \`…\`
stands for what a test’s name is made of as it runs.`;

const ATTACKS = `The attack strings of 13 are ours, in \`test/support/attack-strings.ts\`. \`npm test\` puts a sample of every family into every field and
looks at every place; \`ATTACKS=all npm test -- test/journeys/forum-attacks.test.ts\` does so with all of them,
\`ATTACKS=<number>\` with another sample.`;

const TIMES = `That the times of 10 tell nothing either is measured, not tested: \`npm run bench -- forum-alike\` asks for ids that wait, were
refused, withdrawn, erased or never were, in every way there is, and says how often a guesser with a stopwatch would be right.`;

export const forumInvariantsPage = (invariants: readonly Invariant[]): string =>
  [NAMES, SLIPS, ATTACKS, TIMES, ...invariants.map(section)].join('\n\n');

export const recordInvariantsPage = (invariants: readonly Invariant[]): string =>
  [`What the record is made of is told in [the record](record.md). ${NAMES}`, SLIPS, ...invariants.map(section)].join(
    '\n\n',
  );

function section({ id, holds, tests, breakages }: Invariant): string {
  return [
    `## ${id}. ${holds}`,
    tests.map((test) => `- ${shown(test)}`).join('\n'),
    `| broken so that | in | seen by |\n| --- | --- | --- |\n${breakages.map(row).join('\n')}`,
  ].join('\n\n');
}

const row = ({ so, file, seenBy }: Breakage) => `| ${so} | \`${file}\` | ${shown(seenBy)} |`;

const shown = ({ file, name }: NamedTest) => `\`${file}\`: ${name.replaceAll('|', '\\|')}`;
