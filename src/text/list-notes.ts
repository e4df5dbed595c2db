import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { type NoteKind, noteKindOf } from './note-kind.ts';
import { wordsOf } from './words-of.ts';

export interface Note {
  readonly label: string;
  /** By the order of first calls; notes nothing calls come last. */
  readonly number: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly node: FootnoteDefinition;
}

/** A source's notes by their numbers. Of two bodies with one label the first is called, the second comes last. */
export function listNotes(tree: Root): readonly Note[] {
  const bodies = tree.children.filter((node) => node.type === 'footnoteDefinition');
  const byIdentifier = new Map<string, FootnoteDefinition>();
  for (const body of bodies) if (!byIdentifier.has(body.identifier)) byIdentifier.set(body.identifier, body);
  const ordered = new Set<FootnoteDefinition>();
  const take = (node: Nodes): void => {
    const body = node.type === 'footnoteReference' ? byIdentifier.get(node.identifier) : undefined;
    if (body !== undefined) ordered.add(body);
    if ('children' in node) for (const child of node.children) take(child);
  };
  for (const node of tree.children) if (node.type !== 'footnoteDefinition') take(node);
  // A set grows while it is walked: calls within notes follow.
  for (const body of ordered) for (const child of body.children) take(child);
  for (const body of bodies) ordered.add(body);
  return [...ordered].map((node, index) => ({
    label: node.label ?? node.identifier,
    number: index + 1,
    kind: noteKindOf(node),
    text: wordsOf(node).trim(),
    node,
  }));
}
