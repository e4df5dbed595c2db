import { readdirSync, readFileSync } from 'node:fs';

/** A text of the sample library: the first look at the press, and the fixture of its tests. */
export interface Sample {
  readonly slug: string;
  readonly source: string;
}

export function listSamples(): readonly Sample[] {
  const folder = new URL('../../samples/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ slug: name.slice(0, -'.md'.length), source: readFileSync(new URL(name, folder), 'utf8') }));
}
