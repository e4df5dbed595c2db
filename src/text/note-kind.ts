import type { FootnoteDefinition } from 'mdast';

/** Whose a note is. The author's is the ordinary one; the others are written `:kind[editor]` at the head of the note. */
export const NOTE_KINDS = ['author', 'editor', 'translator', 'transcriber'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export function isNoteKind(text: string): text is NoteKind {
  return (NOTE_KINDS as readonly string[]).includes(text);
}

/** The kind a note's body names at its head. */
export function noteKindOf(note: FootnoteDefinition): NoteKind {
  const [block] = note.children;
  const [first] = block?.type === 'paragraph' ? block.children : [];
  if (first?.type !== 'textDirective' || first.name !== 'kind') return 'author';
  const [name] = first.children;
  return name?.type === 'text' && isNoteKind(name.value) ? name.value : 'author';
}
