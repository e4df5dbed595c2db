// Under the words; where the window ends there, above them.
import type { SelectedWords } from './selection-words.ts';

const GAP = 4;
/** What one drags a selection by with a finger hangs below it. */
const GAP_FOR_FINGERS = 26;

export function placeUnder({ block, range }: SelectedWords, bar: HTMLElement): void {
  const note = block.querySelector('.note-body:popover-open');
  // Put anew it would lose the focus; in what scrolls by itself it would be hidden.
  if (block.matches('figure, pre')) block.nextElementSibling === bar || block.after(bar);
  else if (bar.parentElement !== (note ?? block)) (note ?? block).append(bar);
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [first, last, around] = [lines[0], lines.at(-1), bar.offsetParent];
  if (!first || !last || !around) return;
  const [of, { width, height }] = [around.getBoundingClientRect(), bar.getBoundingClientRect()];
  const gap = matchMedia('(pointer: coarse)').matches ? GAP_FOR_FINGERS : GAP;
  const below = last.bottom + gap;
  const isRoom = below + height <= innerHeight || first.top < height + gap;
  const top = isRoom ? below : first.top - height - gap;
  const left = Math.max(of.left, Math.min(last.left, of.right - width));
  bar.style.top = `${top - of.top + around.scrollTop - around.clientTop}px`;
  bar.style.left = `${left - of.left - around.clientLeft}px`;
}
