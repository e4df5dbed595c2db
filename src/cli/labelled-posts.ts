import { CsvError, parse } from 'csv-parse/sync';
import type { LabelledPost } from '#triage/measure.ts';
import { CommandFailure } from './command-failure.ts';
import { readInputFile } from './input-file.ts';
import { decodeAsGiven } from './proof-shown.ts';

const CLASSES: Readonly<Record<string, boolean>> = {
  '1': true,
  spam: true,
  true: true,
  '0': false,
  good: false,
  ham: false,
  false: false,
};
const NEEDED = ['content', 'class'] as const;

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** A CSV file with a head line: `content`, `class`, and `source` where there is one; in any order, with any others between. */
export async function readLabelledPosts(
  path: string,
  limitBytes: number,
  input: NodeJS.ReadStream,
): Promise<readonly LabelledPost[]> {
  const { bytes } = await readInputFile(path, limitBytes, input);
  const posts = rowsOf(decodeAsGiven(bytes).replace(/^\uFEFF/, ''), path).map((row) => toPost(row, path));
  if (posts.length === 0) throw new CommandFailure('data', 'cli.triage.no-rows', { path });
  if (new Set(posts.map(({ isSpam }) => isSpam)).size < 2)
    throw new CommandFailure('data', 'cli.triage.one-class', { path });
  return posts;
}

function rowsOf(text: string, path: string): readonly Row[] {
  try {
    return parse(text, {
      info: true,
      skip_empty_lines: true,
      columns: (names: readonly string[]) => checkedNames(names, path),
    }) as unknown as readonly Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CommandFailure('data', 'cli.triage.bad-csv', { path, line: String(error.lines ?? '') });
  }
}

function checkedNames(names: readonly string[], path: string): string[] {
  const known = names.map((name) => name.trim().toLowerCase());
  const missing = NEEDED.find((name) => !known.includes(name));
  if (missing !== undefined) throw new CommandFailure('data', 'cli.triage.no-column', { path, column: missing });
  return known;
}

function toPost({ record, info }: Row, path: string): LabelledPost {
  const written = record.class!.trim().toLowerCase();
  const isSpam = CLASSES[written];
  if (isSpam === undefined)
    throw new CommandFailure('data', 'cli.triage.bad-class', { path, line: String(info.lines), written });
  const submission = { name: record.name ?? '', subject: record.subject || null, body: record.content! };
  return { submission, isSpam, source: record.source ?? null };
}
