import { diffArrays } from 'diff';

/** A run of words that stayed, came or went. Joined, `same` and `added` runs give the later text, `same` and `removed` the earlier. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many changed words two texts are two texts: finding the shortest way from one to the other takes the product. */
const MOST_EDITS = 1500;

/**
 * Two texts by words, with the white space behind each word its own; punctuation is apart, so that an added comma is not
 * a changed word.
 */
export function compareWords(from: string, to: string): readonly WordChange[] {
  if (from === to) return from === '' ? [] : [{ kind: 'same', text: from }];
  const parts = diffArrays(tokens(from), tokens(to), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return whole(from, to);
  const changes = parts.map(
    ({ added, removed, value }): WordChange => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  return joinScraps(changes);
}

function whole(from: string, to: string): WordChange[] {
  const changes: WordChange[] = [
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ];
  return changes.filter(({ text }) => text !== '');
}

const tokens = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** A lone space or comma that stayed between two changed words reads better as changed with them. */
function joinScraps(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  changes.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isScrap(text) && index > 0 && index < changes.length - 1 && removed !== '' && added !== '') {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  });
  flush();
  return joined;
}

const isScrap = (text: string): boolean => /^\s+$/.test(text);
