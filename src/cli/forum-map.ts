import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { isSlug } from '#domain/slug.ts';
import { CommandFailure } from './command-failure.ts';

/** A CSV file of two columns: what the other site calls a page (its id, slug, address or title), and our text's slug. */
export function readForumMap(path: string | undefined): ReadonlyMap<string, string> {
  if (path === undefined) return new Map();
  const rows = rowsOf(path);
  const wrong = rows.findIndex((row) => row.length < 2 || !isSlug(row[1]!.trim()));
  // A head line is no mistake.
  if (wrong > 0) throw new CommandFailure('data', 'cli.forum.map-line', { path, line: wrong + 1 });
  return new Map(rows.slice(wrong + 1).map((row) => [row[0]!.trim(), row[1]!.trim()]));
}

function rowsOf(path: string): readonly (readonly string[])[] {
  try {
    return parse(readFileSync(path, 'utf8'), {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CommandFailure('data', 'cli.forum.map-line', { path, line: String(error.lines ?? '') });
  }
}
