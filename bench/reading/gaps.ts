import type { Chosen } from './chosen.ts';
import type { Label } from './sheet.ts';
import type { Part } from './work.ts';

/** Blank lines around a block, for each way of setting paragraphs apart. */
export const gapAround = (chosen: Chosen): number =>
  chosen.separation === 'wide' ? 2 : chosen.separation === 'blank' || chosen.separation === 'indent and blank' ? 1 : 0;

export function gapBefore(part: Part, previous: Label | null, chosen: Chosen): number {
  const around = gapAround(chosen);
  if (previous === 'break') return chosen.breakGap;
  if (previous === 'heading') return chosen.afterHeading;
  if (previous === 'note') return Math.max(1, around);
  const apart = (kind: string | null): boolean =>
    kind === 'verse' || kind === 'table' || ((kind === 'quotation' || kind === 'list') && chosen.separation !== 'line');
  return apart(part.kind) || apart(previous) ? Math.max(1, around) : around;
}
