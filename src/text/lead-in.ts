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
  let forms: ReadonlyMap<string, string> | null = null;
  return (node) => {
    const said = node.attributes?.as;
    if (said) return said;
    const text = node.children.map(wordsOf).join('');
    if (/\p{Ll}/u.test(text) && !/\p{Lu}{2}/u.test(text)) return text;
    forms ??= formsWithin(tree);
    return sentenceCase(text, forms);
  };
}

function sentenceCase(text: string, forms: ReadonlyMap<string, string>): string {
  const lowered = text.replace(WORD, (word) => {
    if (/\p{Ll}/u.test(word)) return word;
    const lower = word.toLowerCase();
    return forms.get(lower) ?? (ALWAYS_CAPITAL.test(lower) ? word : lower);
  });
  return lowered.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'\-.]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
/** The English pronoun and initials. */
const ALWAYS_CAPITAL = /^i(?:[’'](?:m|ve|ll|d))?$|^\p{L}(?:\.\p{L})+$/u;

/** For each word its commonest form in mid-sentence: after a word or a comma, not at a beginning. */
function formsWithin(tree: Root): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  eachProse(tree, (text) => {
    for (const match of text.matchAll(MID_SENTENCE)) {
      const form = match[1]!;
      const lower = form.toLowerCase();
      const known = counts.get(lower) ?? new Map<string, number>();
      known.set(form, (known.get(form) ?? 0) + 1);
      counts.set(lower, known);
    }
  });
  return new Map([...counts].map(([lower, forms]) => [lower, commonest(forms)]));
}

const MID_SENTENCE = /(?<=[\p{L}\p{N},;][ \u00a0])(\p{L}[\p{L}\p{M}\p{N}]*(?:[’'\-.]\p{L}[\p{L}\p{M}\p{N}]*)*)/gu;

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
