import { WORDS } from './words.ts';

/** `James, C. L. R.`; a name of one word, or one that has its comma already, stays as it is. */
export function inverted(name: string): string {
  const words = name.trim().split(/\s+/);
  if (name.includes(',') || words.length < 2) return name;
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}

/** The first as it is filed, the others as they are said; more than three become the first "et al.". */
export function authorLine(authors: readonly string[], language: 'en' | 'fr'): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  if (authors.length > 3) return `${inverted(first)}, et al.`;
  const last = others.at(-1);
  if (last === undefined) return inverted(first);
  return `${[inverted(first), ...others.slice(0, -1)].join(', ')}, ${WORDS[language].and} ${last}`;
}
