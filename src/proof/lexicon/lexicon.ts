import { NAMES } from './names.ts';

/** The names proofing knows: the project's and the site's, as written, by their lower case; each part of a name alone too. */
export function foldLexicon(site: readonly string[]): ReadonlyMap<string, string> {
  if (site.length === 0) return OWN;
  return new Map([...OWN, ...fold(site)]);
}

const OWN: ReadonlyMap<string, string> = fold(NAMES.flatMap(({ name, variants }) => [name, ...variants]));

function fold(names: readonly string[]): Map<string, string> {
  const folded = new Map<string, string>();
  for (const name of names) {
    for (const part of name.split(/[\s-]+/))
      if (part.length > 1) folded.set(part.toLowerCase().replaceAll('’', "'"), part);
  }
  return folded;
}
