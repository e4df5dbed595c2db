import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translate } from '#locale/translate.ts';
import { CHECKS } from '#proof/checks.ts';
import { reasonKeyOf, titleKeyOf } from '#proof/message-key.ts';
import type { RuleCode } from '#proof/rule.ts';

const GOLDEN = fileURLToPath(new URL('../test/golden/proof/', import.meta.url));

const INTRO = `\`stet proof FILE…\` and the desk question what an attentive proof-reader would. They ask; they never change anything.
No model is behind it and nobody else's service: each finding can be explained, and says its evidence.

A file that ends in \`.md\` is read as Stet Markdown: markup is not proofed, verse, headings, notes and passages in another
language are known for what they are. Any other file is plain text, its paragraphs parted by blank lines.`;

const JSON_PART = `## The JSON

\`stet proof --json\` prints one object a file, one a line:

\`{file, language, findings: [{rule, start, end, words, message, suggestion, confidence, evidence}]}\`

| field | what it is |
| --- | --- |
| \`language\` | \`en\` or \`fr\`: given with \`--lang\`, else guessed |
| \`rule\` | one of the codes below; they never change |
| \`start\`, \`end\` | the span, in code points of the file as given (a byte order mark is one), end excluded; may be empty |
| \`words\` | what stands there |
| \`message\` | the explanation, in the language of the messages |
| \`suggestion\` | what to put in place of the span (may be empty: take it out), or null where only a question can be asked |
| \`confidence\` | 0.5 to 1; from 0.8, certain enough to be answered before publication |
| \`evidence\` | the values of the message: what was read, what is usual, how often |`;

const ANSWERS = `## Answers: stet

The file given with \`--ignore\` holds one answer a line:

\`\`\`
# lets these words stand, for one rule
name-variant: Pollit
# for every rule
*: Ordjonokidze
# turns a rule off
mixed-spelling:
# a word or a name to know
yunker
\`\`\`

An answer that meets nothing any more is reported.`;

/** docs/reference/proofing.md, from the table of checks, their words and their golden examples. */
export function proofingPage(): string {
  const rules = CHECKS.map(({ code, area }) => rulePart(code, area));
  return [INTRO, '## Rules', ...rules, JSON_PART, ANSWERS, dataPart()].join('\n\n');
}

function rulePart(rule: RuleCode, area: string): string {
  const examples = globSync(`${rule}/*/in.txt`, { cwd: GOLDEN }).sort();
  const shown = examples.map((path) => exampleOf(path.replace('/in.txt', ''))).filter((line) => line !== null);
  return [
    `### \`${rule}\`: ${translate('en', titleKeyOf(rule)).toLowerCase()}`,
    `${translate('en', reasonKeyOf(rule))} *(${area})*`,
    shown.slice(0, 3).join('\n'),
  ].join('\n\n');
}

/** What stands around the first thing found in a golden case, and what is put in its place. */
function exampleOf(folder: string): string | null {
  const text = readFileSync(`${GOLDEN}${folder}/in.txt`, 'utf8').trimEnd();
  const [first = ''] = readFileSync(`${GOLDEN}${folder}/out.txt`, 'utf8').split('\n');
  const [, start, end, suggestion] = /^\S+ \S+ (\d+)-(\d+) ".*" → (.*)$/.exec(first) ?? [];
  if (start === undefined || end === undefined || suggestion === undefined) return null;
  const words = text.slice(Number(start), Number(end));
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  const around = [
    text.slice(Math.max(0, Number(start) - 24), Number(start)),
    text.slice(Number(end), Number(end) + 16),
  ];
  const meant = suggestion === '?' ? 'a question' : code(JSON.parse(suggestion) as string);
  return `- ${code(`${around[0]}⟦${shown}⟧${around[1]}`)}: ${meant}`;
}

const code = (text: string) =>
  text.trim() === '' ? 'nothing' : `\`${text.replaceAll('\n', '⏎').replaceAll('`', "'")}\``;

function dataPart(): string {
  return `## What it knows

Word lists, neighbours and names are in \`src/proof/data/\`, with their sources and licences in
[LICENCES.md](../../src/proof/data/LICENCES.md); the names of history are in \`src/proof/lexicon/names.ts\`. How the data is
made and why is in [a decision](../decisions/0005-proofing-data.md). A site adds its own words and names.`;
}
