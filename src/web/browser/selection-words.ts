// Which words of the text are selected: those of the first paragraph that has any.

/** In a paragraph, but no words of it. */
export const FURNITURE =
  '.number, .mark, .note-call, .side-note, .note-kind, .back, .correction, .page-break, .selected';
/** A paragraph, verse, heading or note with an address. */
const BLOCKS = '[id]:not(.note-call, .note-body, .page-break, #notes)';
/** What a contribution may quote, less what white space between the cells of a table may add; what a misprint may be. */
const [LONGEST, LONGEST_MISPRINT] = [280, 200];

export interface SelectedWords {
  readonly block: Element;
  /** What is selected of it. */
  readonly range: Range;
  readonly words: string;
  /** Short, and in one paragraph. */
  readonly isMisprint: boolean;
}

export function selectedWords(body: Element): SelectedWords | null {
  const selection = document.getSelection();
  const all = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (!all || all.collapsed) return null;
  for (const block of body.querySelectorAll(BLOCKS)) {
    if (!all.intersectsNode(block)) continue;
    const range = within(all, block);
    const words = wordsIn(range);
    if (words === '') continue;
    const isMisprint = words.length <= LONGEST_MISPRINT && !hasWordsAfter(all, block);
    return { block, range, words: shortened(words), isMisprint };
  }
  return null;
}

function within(all: Range, block: Element): Range {
  const range = all.cloneRange();
  if (!block.contains(range.startContainer)) range.setStart(block, 0);
  if (!block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  return range;
}

/** A paragraph selected by three clicks reaches to the head of the next one. */
function hasWordsAfter(all: Range, block: Element): boolean {
  if (block.contains(all.endContainer)) return false;
  const rest = all.cloneRange();
  rest.setStartAfter(block);
  return textOf(rest) !== '';
}

/** Selected by halves, words are given whole. */
function wordsIn(range: Range): string {
  const whole = range.cloneRange();
  widen(whole);
  return textOf(whole);
}

function textOf(range: Range): string {
  const part = range.cloneContents();
  for (const element of part.querySelectorAll(FURNITURE)) element.remove();
  return (part.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  return words
    .slice(0, LONGEST)
    .replace(/\s+\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
}

const LETTERS_BEFORE = /[\p{L}\p{M}\p{N}\u00AD]*$/u;
const LETTERS_AFTER = /^[\p{L}\p{M}\p{N}\u00AD]*/u;

function widen(range: Range): void {
  const { startContainer: from, startOffset, endContainer: to, endOffset } = range;
  if (range.collapsed) return;
  if (from instanceof Text && /^[\p{L}\p{N}]/u.test(from.data.slice(startOffset)))
    range.setStart(from, startOffset - LETTERS_BEFORE.exec(from.data.slice(0, startOffset))![0].length);
  if (to instanceof Text && /[\p{L}\p{N}]$/u.test(to.data.slice(0, endOffset)))
    range.setEnd(to, endOffset + LETTERS_AFTER.exec(to.data.slice(endOffset))![0].length);
}
