import type { Nodes, Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { wordsOf } from './words-of.ts';

/** Gives a lead-in's words as they would stand in a sentence. */
export type LeadInCase = (node: TextDirective) => string;

/**
 * Capitals at the head of a chapter are decoration, not spelling: "THERE IS A LOGIC" is "There is a logic". Each word
 * takes the form it has in the middle of sentences elsewhere in the text, so that names keep their capitals;
 * `{as="…"}` says it outright.
 */
export function leadInCase(tree: Root): LeadInCase {
  let usage: Usage | null = null;
  return (node) => {
    const said = node.attributes?.as;
    if (said) return said;
    const text = node.children.map(wordsOf).join('');
    if (/\p{Ll}/u.test(text) && !/\p{Lu}{2}/u.test(text)) return text;
    usage ??= usageWithin(tree);
    return sentenceCase(text, usage);
  };
}

function sentenceCase(text: string, { forms, names }: Usage): string {
  const words = [...text.matchAll(WORD)].map((match) => ({ start: match.index, word: match[0] }));
  const lowered = words.map(({ word }) => word.toLowerCase());
  const isNamed = (at: number) => names.has(`${lowered[at]} ${lowered[at + 1]}`);
  let written = '';
  let end = 0;
  for (const [at, { start, word }] of words.entries()) {
    const lower = lowered[at]!;
    const inName = isNamed(at) || (at > 0 && isNamed(at - 1));
    const form = /\p{Ll}/u.test(word)
      ? word
      : ((inName ? capitalised(lower) : forms.get(lower)) ?? (ALWAYS_CAPITAL.test(lower) ? word : lower));
    written += text.slice(end, start) + form;
    end = start + word.length;
  }
  return capitalised(written + text.slice(end));
}

const capitalised = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'\-.]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
/** The English pronoun and initials. */
const ALWAYS_CAPITAL = /^i(?:[’'](?:m|ve|ll|d))?$|^\p{L}(?:\.\p{L})+$/u;

interface Usage {
  /** For each word its commonest form in mid-sentence: after a word or a comma, not at a beginning. */
  readonly forms: ReadonlyMap<string, string>;
  /** Two words written with capitals side by side, lower-cased: "hallow coast". They say nothing of the words apart. */
  readonly names: ReadonlySet<string>;
}

function usageWithin(tree: Root): Usage {
  const counts = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  eachProse(tree, (text) => {
    for (const [pair] of text.matchAll(NAME_OF_TWO)) names.add(pair.toLowerCase().replace(/\s/gu, ' '));
    for (const [form] of text.replace(NAME_OF_TWO, ' ').matchAll(MID_SENTENCE)) {
      const lower = form.toLowerCase();
      const known = counts.get(lower) ?? new Map<string, number>();
      known.set(form, (known.get(form) ?? 0) + 1);
      counts.set(lower, known);
    }
  });
  return { forms: new Map([...counts].map(([lower, forms]) => [lower, commonest(forms)])), names };
}

const MID_SENTENCE = /(?<=[\p{L}\p{N},;][ \u00a0])\p{L}[\p{L}\p{M}\p{N}]*(?:[’'\-.]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
const NAME_OF_TWO = /(?<=[\p{L}\p{N},;][ \u00a0])\p{Lu}\p{Ll}[\p{L}’'-]*[ \u00a0]\p{Lu}\p{Ll}[\p{L}’'-]*/gu;

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function eachProse(node: Nodes, visit: (text: string) => void): void {
  if (node.type === 'paragraph')
    visit(
      node.children
        .filter((child) => !isLeadIn(child))
        .map(wordsOf)
        .join(''),
    );
  else if ('children' in node) for (const child of node.children) eachProse(child, visit);
}

const isLeadIn = (node: Nodes): boolean => node.type === 'textDirective' && node.name === 'leadin';
