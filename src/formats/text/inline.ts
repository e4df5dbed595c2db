import type { PhrasingContent } from 'mdast';
import type { Passage } from './passage.ts';
import { typedNodes } from './typed-marks.ts';

/** A call that found its note: where it stands in its passage, and the label it has in the source. */
export interface PairedCall {
  readonly start: number;
  readonly end: number;
  readonly identifier: string;
}

/** The words of a passage without its calls, and without the space that stood before one. */
export function textWithoutCalls(passage: Passage, calls: readonly PairedCall[], from = 0): string {
  const { text } = passage;
  const kept: string[] = [];
  let at = from;
  for (const call of calls) {
    if (call.start < at) continue;
    const before = text.slice(at, call.start);
    const closes = /^(?:[\s\p{P}]|$)/u.test(text.slice(call.end, call.end + 2));
    kept.push(closes ? before.replace(/(?<![ \u00A0\u202F])[ \u00A0\u202F]{1,3}$/, '') : before);
    at = call.end;
  }
  kept.push(text.slice(at));
  return kept.join('').trim();
}

/** The same as nodes: text and calls, the first `leadIn` characters as a lead-in. White space stays as transcribed. */
export function nodesOf(
  passage: Passage,
  calls: readonly PairedCall[],
  { from = 0, leadIn = 0 } = {},
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const { text } = passage;
  let at = from;
  const end = from + leadIn;
  if (leadIn > 0 && !calls.some((call) => call.start < end)) {
    nodes.push({
      type: 'textDirective',
      name: 'leadin',
      attributes: {},
      children: [{ type: 'text', value: text.slice(from, end) }],
    });
    at = end;
  }
  for (const call of calls) {
    if (call.start < at) continue;
    if (call.start > at) nodes.push(...typedNodes(text.slice(at, call.start)));
    nodes.push({ type: 'footnoteReference', identifier: call.identifier, label: call.identifier });
    at = call.end;
  }
  if (at < text.length) nodes.push(...typedNodes(text.slice(at)));
  return nodes;
}
