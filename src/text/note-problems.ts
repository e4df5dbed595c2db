import type { Nodes, Root } from 'mdast';
import type { Problem } from '#domain/problem.ts';
import { wordsOf } from './words-of.ts';

/** Calls without a body, bodies without a call, two bodies of one label, a note that calls itself. */
export function findNoteProblems(tree: Root): Problem[] {
  const problems: Problem[] = [];
  const bodies = new Set<string>();
  const calls = new Map<string, number | null>();
  const called = new Set<string>();
  for (const node of tree.children) {
    const own = node.type === 'footnoteDefinition' ? node.identifier : null;
    if (node.type === 'footnoteDefinition') {
      if (bodies.has(node.identifier))
        problems.push(problem('note-twice', node.label ?? node.identifier, lineOf(node)));
      bodies.add(node.identifier);
      if (wordsOf(node).trim() === '')
        problems.push(problem('note-empty', node.label ?? node.identifier, lineOf(node)));
    }
    eachCall(node, (call) => {
      const label = call.label ?? call.identifier;
      if (call.identifier === own) problems.push(problem('note-calls-itself', label, lineOf(call)));
      else called.add(call.identifier);
      if (!calls.has(call.identifier)) calls.set(call.identifier, lineOf(call));
    });
  }
  for (const [label, line] of calls) if (!bodies.has(label)) problems.push(problem('note-without-body', label, line));
  for (const node of tree.children)
    if (node.type === 'footnoteDefinition' && !called.has(node.identifier))
      problems.push(problem('note-without-call', node.label ?? node.identifier, lineOf(node)));
  return problems;
}

const MESSAGES = {
  'note-twice': 'A second note has the label',
  'note-empty': 'Nothing stands in the note',
  'note-calls-itself': 'A note calls itself:',
  'note-without-body': 'No note has the label',
  'note-without-call': 'Nothing calls the note',
} as const;

function problem(code: keyof typeof MESSAGES, label: string, line: number | null): Problem {
  return { code, message: `${MESSAGES[code]} ${label}`, values: { label }, line };
}

const lineOf = (node: Nodes): number | null => node.position?.start.line ?? null;

function eachCall(node: Nodes, visit: (call: Extract<Nodes, { type: 'footnoteReference' }>) => void): void {
  if (node.type === 'footnoteReference') visit(node);
  else if ('children' in node) for (const child of node.children) eachCall(child, visit);
}
