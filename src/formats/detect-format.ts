import type { Guess } from '#domain/reading.ts';

interface Detected {
  readonly format: 'text' | 'markdown';
  readonly guesses: readonly Guess[];
}

/** Markdown when its name or several of its signs say so; a bare transcription otherwise, whose reader knows the commonest signs too. */
export function detectFormat({
  text,
  fileName,
  format,
}: {
  text: string;
  fileName?: string;
  format: 'auto' | 'text' | 'markdown';
}): Detected {
  if (format !== 'auto') return { format, guesses: [] };
  const named = fileName !== undefined && /\.(?:md|markdown|mdown|mkd)$/i.test(fileName);
  const signs = SIGNS.filter(({ pattern }) => pattern.test(text.slice(0, 200_000)));
  const weight = signs.reduce((sum, sign) => sum + sign.weight, named ? 3 : 0);
  const found = weight >= 3 ? 'markdown' : 'text';
  const excerpt = signs.map((sign) => sign.name).join(', ');
  const confidence = weight >= 4 || weight === 0 ? 0.95 : 0.7;
  const alternatives = [found === 'markdown' ? 'text' : 'markdown'];
  return {
    format: found,
    guesses: [{ what: 'format', value: found, evidence: { line: 1, excerpt }, confidence, alternatives }],
  };
}

const SIGNS: readonly { readonly name: string; readonly pattern: RegExp; readonly weight: number }[] = [
  {
    name: 'front matter',
    pattern: /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n|-[ \t].*\r?\n){1,60}---[ \t]*\r?\n/,
    weight: 3,
  },
  { name: 'note definitions', pattern: /^\[\^[^\]\s]+\]:[ \t]/m, weight: 1.5 },
  { name: 'note calls', pattern: /\S\[\^[^\]\s]+\](?!:)/, weight: 0.5 },
  { name: 'headings', pattern: /^#{1,4} \S.*\r?\n\s*\r?\n/m, weight: 1.5 },
  { name: 'links', pattern: /\]\((?:https?:|#|\/)[^)\s]*\)/, weight: 0.7 },
  { name: 'strong', pattern: /\*\*\p{L}[^*\n]*\*\*/u, weight: 0.5 },
  { name: 'emphasis', pattern: /(?<![*\p{L}])[*_]\p{L}[^*_\n]*\p{L}[*_](?![*\p{L}])/u, weight: 0.4 },
  { name: 'directives', pattern: /^:::(?:verse|epigraph|lang)/m, weight: 3 },
  { name: 'fences', pattern: /^```/m, weight: 1 },
];
