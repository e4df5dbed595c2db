import type { PhrasingContent } from 'mdast';

type Attention = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>;

export type AttentionForm =
  | {
      readonly kind: 'marks';
      readonly mark: string;
      readonly children: readonly PhrasingContent[];
      readonly opens: readonly string[];
    }
  | { readonly kind: 'directive'; readonly name: string };

const MARKS = { emphasis: '*', strong: '**', delete: '~~' } as const;
const NAMES = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

/**
 * How emphasis can be written where it stands: with marks where Markdown pairs them for certain, else with a directive.
 * Marks open before a letter, or before punctuation that follows a space or punctuation; they close the other way round.
 */
export function attentionForm(
  node: Attention,
  around: { readonly before: string; readonly after: string; readonly open: readonly string[] },
): AttentionForm {
  const [only] = node.children;
  const both = node.type === 'emphasis' && node.children.length === 1 && only?.type === 'strong';
  const children = both ? only.children : node.children;
  const types = both ? ['emphasis', 'strong'] : [node.type];
  const fits =
    types.every((type) => !around.open.includes(type)) &&
    (!both || around.open.length === 0) &&
    !/[*_~]/.test(around.before) &&
    opens(children[0], around.before) &&
    closes(children.at(-1), around.after);
  if (!fits) return { kind: 'directive', name: NAMES[node.type] };
  return { kind: 'marks', mark: both ? '***' : MARKS[node.type], children, opens: types };
}

function opens(first: PhrasingContent | undefined, before: string): boolean {
  const inside = edge(first, 0);
  return inside === 'letter' || (inside === 'punctuation' && classify(before) !== 'letter');
}

function closes(last: PhrasingContent | undefined, after: string): boolean {
  const inside = edge(last, -1);
  return inside === 'letter' || (inside === 'punctuation' && classify(after) !== 'letter');
}

type Class = 'letter' | 'punctuation' | 'space';

function edge(node: PhrasingContent | undefined, at: 0 | -1): Class | 'mark' {
  if (node === undefined || node.type in MARKS || node.type === 'break') return 'mark';
  return node.type === 'text' || node.type === 'html' ? classify(node.value.at(at) ?? '') : 'punctuation';
}

// Of a UTF-16 unit, as the parser does it: half an emoji is a letter.
function classify(character: string): Class {
  if (character === '' || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter';
}
