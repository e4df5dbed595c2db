import { COMMANDS } from '#cli/commands.ts';
import { EXIT_CODES } from '#cli/exit-code.ts';
import { optionShown } from '#cli/help.ts';
import { GENERAL_OPTIONS } from '#cli/parse-arguments.ts';
import { REFUSALS } from '#domain/refusal.ts';
import { type MessageKey, translate } from '#locale/translate.ts';
import { POLICIES } from '#policies/policies.ts';
import { SETTINGS, SETTINGS_FILE } from '#settings';
import { FORUM_INVARIANTS } from '#test/invariants/invariants.ts';
import { RECORD_INVARIANTS } from '#test/invariants/record-invariants.ts';
import { routes } from '#web/routes.ts';
import { forumInvariantsPage, recordInvariantsPage } from './invariants-page.ts';
import { proofingPage } from './proofing-page.ts';

export interface ReferencePage {
  readonly path: string;
  readonly text: string;
}

/** Each page as it should stand in docs/reference/; a guard compares them with what stands there. */
export async function referencePages(): Promise<readonly ReferencePage[]> {
  return [
    page('settings', 'Settings', settingsPage()),
    page('commands', 'Commands', await commandsPage()),
    page('exit-codes', 'Exit codes', exitCodesPage()),
    page('routes', 'Addresses', routesPage()),
    page('policies', 'Who may do what', policiesPage()),
    page('refusals', 'Refusals', refusalsPage()),
    page('proofing', 'Proofing', proofingPage()),
    page(
      'forum-invariants',
      'What holds of the forum, and the tests that hold it',
      forumInvariantsPage(FORUM_INVARIANTS),
    ),
    page(
      'record-invariants',
      'What holds of the record, and the tests that hold it',
      recordInvariantsPage(RECORD_INVARIANTS),
    ),
  ];
}

const say = (key: MessageKey) => translate('en', key);

function page(name: string, title: string, body: string): ReferencePage {
  const origin = '<!-- Made by `npm run reference` from the program’s own tables: change those, not this. -->';
  return { path: `docs/reference/${name}.md`, text: `# ${title}\n\n${origin}\n\n${body}\n` };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function settingsPage(): string {
  const intro = [
    'A setting is looked for as an option of `stet serve`, then in the environment, then in the file',
    `\`${SETTINGS_FILE}\` of the data folder (lines \`STET_PORT=8080\`), and has its default otherwise. A value that is not`,
    'allowed stops the program with its place and what is allowed; so does a name beginning with `STET_` that is none of these.',
  ].join('\n');
  const rows = SETTINGS.map((row) => [
    `\`${row.variable}\``,
    `\`--${row.flag}\``,
    say(row.about),
    say(row.allowed),
    row.default === null ? 'follows from the others' : row.default === '' ? 'none' : `\`${row.default}\``,
  ]);
  return `${intro}\n\n${table(['variable', 'option', 'what it is', 'allowed', 'default'], rows)}`;
}

async function commandsPage(): Promise<string> {
  const general = table(
    ['option of every command', 'what it does'],
    GENERAL_OPTIONS.map((option) => [`\`${optionShown(option)}\``, say(option.about)]),
  );
  const sections = await Promise.all(
    COMMANDS.map(async (row) => {
      const { command } = await row.load();
      const operands = command.operands ? ` ${command.operands.shown}` : '';
      const options = command.options.map((option) => [`\`${optionShown(option)}\``, say(option.about)]);
      const parts = [
        `## \`stet ${row.name}${operands}\``,
        say(row.summary),
        table(['option', 'what it does'], options),
      ];
      return [...(command.options.length > 0 ? parts : parts.slice(0, 2)), ...command.notes.map(say)].join('\n\n');
    }),
  );
  const intro =
    'In a clone, `stet` is `bin/stet`. Options and file names may come in any order; after `--` everything is a file name.';
  return [intro, general, ...sections, 'What a command ends with is told in [exit codes](exit-codes.md).'].join('\n\n');
}

function exitCodesPage(): string {
  const rows = Object.values(EXIT_CODES).map(({ code, about }) => [String(code), say(about)]);
  return `After \`sysexits.h\`, so that a script can tell what to do next.\n\n${table(['code', 'meaning'], rows)}`;
}

function routesPage(): string {
  const rows = routes.map(({ method, path, policy }) => [`\`${method}\``, `\`${path}\``, `\`${policy}\``]);
  const intro =
    'Every GET answers HEAD too. The policy says [who may ask](policies.md); what a page shows is decided again by the operation behind it.';
  return `${intro}\n\n${table(['method', 'address', 'policy'], rows)}`;
}

function policiesPage(): string {
  const doers = ['visitor', 'editor', 'administrator', 'operator'];
  const rows = Object.entries(POLICIES).map(([name, allowed]) => [
    `\`${name}\``,
    ...doers.map((doer) => ((allowed as readonly string[]).includes(doer) ? 'yes' : '–')),
  ]);
  const intro = 'The operator is whoever runs the command line on the machine. What has no row here is done by nobody.';
  return `${intro}\n\n${table(['policy', ...doers], rows)}`;
}

function refusalsPage(): string {
  const rows = Object.entries(REFUSALS).map(([code, status]) => [
    `\`${code}\``,
    String(status),
    say(`refusal.${code}` as MessageKey),
  ]);
  return `What is answered to a request that is not met. Codes are stable.\n\n${table(['code', 'HTTP status', 'what the person reads'], rows)}`;
}
