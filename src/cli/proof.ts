import { readFile } from 'node:fs/promises';
import { toCodePoints } from '#proof/code-points.ts';
import type { Finding } from '#proof/finding.ts';
import type { LibraryWord } from '#proof/library.ts';
import { proof, proofSource } from '#proof/proof.ts';
import { RULES, type RuleCode } from '#proof/rule.ts';
import { applyStets, readStets, type Stet } from '#proof/stet.ts';
import { guessLanguage } from '#proof/text/language.ts';
import { readKnownWords } from '#store/known-words.ts';
import { parseSource } from '#text/parse-source.ts';
import type { Command, Invocation } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import { commandSettings, settingOptions } from './command-settings.ts';
import type { ExitName } from './exit-code.ts';
import { startProgress } from './import-progress.ts';
import { type InputFile, readInputFile } from './input-file.ts';
import { decodeAsGiven, type Proofed, showProofed, toProofJson } from './proof-shown.ts';
import { systemFailure } from './system-failure.ts';

const LANGUAGES = ['en', 'fr'] as const;
const MARKDOWN = /\.(?:md|markdown)$/i;

export const command: Command = {
  operands: { shown: 'FILE…', least: 1, most: Number.POSITIVE_INFINITY },
  options: [
    { name: 'json', about: 'option.json' },
    { name: 'lang', value: 'LANGUAGE', choices: LANGUAGES, about: 'option.proof-lang' },
    { name: 'rule', value: 'RULE', repeated: true, choices: RULES, about: 'option.rule' },
    { name: 'ignore', value: 'FILE', about: 'option.ignore' },
    { name: 'data', value: 'FOLDER', about: 'option.proof-data' },
    ...settingOptions('upload-limit'),
  ],
  notes: ['cli.proof.note-json', 'cli.proof.note-ignore', 'cli.proof.note-exit'],
  run: proofFiles,
};

interface Order {
  readonly language: 'en' | 'fr' | undefined;
  readonly rules: readonly RuleCode[] | undefined;
  readonly stets: readonly Stet[];
  readonly lexicon: readonly string[];
  readonly library: readonly LibraryWord[];
}

async function proofFiles(invocation: Invocation): Promise<ExitName> {
  const { operands, options, terminal } = invocation;
  const { uploadLimitBytes } = commandSettings(options, terminal);
  const order = await orderOf(invocation);
  const used = new Set<Stet>();
  const progress = operands.length > 1 && !terminal.output.isTTY ? startProgress(operands.length, terminal) : null;
  let exit: ExitName = 'done';
  for (const path of operands) {
    try {
      const proofed = proofOne(await readInputFile(path, uploadLimitBytes, terminal.input), order, used);
      terminal.output.write(
        options.has('json') ? `${toProofJson(proofed, terminal)}\n` : showProofed(proofed, terminal),
      );
      if (proofed.findings.length > 0 && exit === 'done') exit = 'findings';
    } catch (error) {
      const failure = error instanceof CommandFailure ? error : systemFailure(error);
      if (!failure) throw error;
      terminal.complain(failure.key, { path, ...failure.values });
      exit = failure.exit;
    }
    progress?.advance(1);
  }
  progress?.stop();
  for (const { line, rule, words } of order.stets.filter((stet) => !used.has(stet))) {
    terminal.complain('cli.proof.stet-unused', { line, stet: `${rule}: ${words}` });
  }
  return exit;
}

async function orderOf({ options }: Invocation): Promise<Order> {
  const ignore = options.get('ignore')?.at(-1);
  const { stets, words } = readStets(ignore === undefined ? '' : await readFile(ignore, 'utf8'));
  const known = await knownWords(options.get('data')?.at(-1));
  return {
    language: options.get('lang')?.at(-1) as Order['language'],
    rules: options.get('rule') as Order['rules'],
    stets,
    lexicon: [...words, ...known.lexicon],
    library: known.library,
  };
}

/** What the library in a data folder knows of words, where one is named. */
async function knownWords(dataFolder: string | undefined): ReturnType<typeof readKnownWords> {
  if (dataFolder === undefined) return { lexicon: [], library: [] };
  try {
    return await readKnownWords({ dataFolder });
  } catch {
    throw new CommandFailure('no-input', 'cli.proof.no-library', { path: dataFolder });
  }
}

/** Offsets are of the file as given: nothing is taken off or mended before proofing. */
function proofOne({ path, fileName, bytes }: InputFile, { stets, ...how }: Order, used: Set<Stet>): Proofed {
  const text = decodeAsGiven(bytes);
  const found = findingsIn(text, { markdown: MARKDOWN.test(fileName ?? ''), ...how });
  const answered = applyStets(found, stets);
  for (const stet of answered.used) used.add(stet);
  return {
    path,
    language: how.language ?? guessLanguage(text),
    text,
    findings: answered.findings,
    inCodePoints: toCodePoints(text, answered.findings),
  };
}

function findingsIn(
  text: string,
  { markdown, ...how }: Omit<Order, 'stets'> & { readonly markdown: boolean },
): Finding[] {
  return markdown
    ? proofSource({ source: text, tree: parseSource(withoutReturns(text)).tree, ...how })
    : proof({ text, ...how });
}

/** Parsing takes off a byte order mark and the returns of Windows; here every offset must stay. */
const withoutReturns = (text: string) => text.replaceAll('\r\n', ' \n').replace(/^\uFEFF/, ' ');
