import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandFailure } from './command-failure.ts';
import { nearestName } from './nearest-name.ts';
import { parseArguments } from './parse-arguments.ts';

const command = {
  operands: { shown: 'FILE…', least: 1, most: 2 },
  options: [
    { name: 'format', value: 'FORMAT', choices: ['auto', 'text'], about: 'option.format' },
    { name: 'author', value: 'NAME', repeated: true, about: 'option.author' },
    { name: 'json', about: 'option.json' },
  ],
} as const;

const refusal = (args: readonly string[]) => {
  try {
    parseArguments(args, command);
  } catch (error) {
    if (error instanceof CommandFailure) return { key: error.key, ...error.values };
  }
  return null;
};

test('options and files in any order; a repeated option keeps all, another the last; after -- everything is a file', () => {
  const { operands, options } = parseArguments(
    ['a.txt', '--author', 'A', '--format=text', '--author=B', '--format', 'auto', '--', '--json'],
    command,
  );
  assert.deepEqual(operands, ['a.txt', '--json']);
  assert.deepEqual(
    [...options],
    [
      ['author', ['A', 'B']],
      ['format', ['auto']],
    ],
  );
});

for (const [args, expected] of [
  [['a', '--fromat', 'text'], { key: 'cli.wrong.option-nearest', option: '--fromat', nearest: '--format' }],
  [['a', '--zzzz'], { key: 'cli.wrong.option', option: '--zzzz' }],
  [['a', '--format', 'pdf'], { key: 'cli.wrong.choice', option: '--format', value: 'pdf', choices: 'auto, text' }],
  [['a', '--format'], { key: 'cli.wrong.value-missing', option: '--format', value: 'FORMAT' }],
  [['a', '--author', '--json'], { key: 'cli.wrong.value-missing', option: '--author', value: 'NAME' }],
  [['a', '--json=yes'], { key: 'cli.wrong.no-value', option: '--json' }],
  [[], { key: 'cli.wrong.operand-missing', operand: 'FILE…' }],
  [['a', 'b', 'c'], { key: 'cli.wrong.operand-extra', operand: 'c' }],
] as const) {
  test(`refused with what would be right: ${args.join(' ') || '(nothing)'}`, () => {
    assert.deepEqual(refusal(args), expected);
  });
}

test('help is shown whatever is missing', () => {
  assert.ok(parseArguments(['--help'], command).options.has('help'));
});

test('the nearest name is near, or none', () => {
  assert.equal(nearestName('improt', ['import', 'read']), 'import');
  assert.equal(nearestName('pub', ['publish', 'title']), 'publish');
  assert.equal(nearestName('xyz', ['import', 'read']), null);
});
