import type { BodyPlace } from './body-place.ts';
import type { Layout } from './layout.ts';
import { leastIndent } from './lines.ts';
import { isAttribution, quotingOf, reopens } from './quotations.ts';
import type { Segment } from './segments.ts';

export interface QuotationFound {
  readonly how: 'marks' | 'indent' | 'signs';
  readonly confidence: number;
}

export function quotationAt(
  place: BodyPlace,
  order: readonly number[],
  index: number,
  before: { readonly kind: string } | null,
): QuotationFound | null {
  const at = order[index]!;
  const segment = place.segments[at]!;
  const text = place.passages[at]!.text;
  if (segment.lines[0]!.depth > 0) return { how: 'signs', confidence: 0.95 };
  if (isIndented(segment, place.layout)) return { how: 'indent', confidence: 0.82 };
  const inside = before?.kind === 'quotation' ? before : null;
  if (inside && isAttribution(text) && segment.gap <= Math.max(1, place.layout.spacing))
    return { how: 'marks', confidence: 0.7 };
  const quoting = quotingOf(text);
  if (quoting === null) return null;
  const [previous, next] = [order[index - 1], order[index + 1]];
  if (quoting === 'open') {
    return next !== undefined && reopens(text, place.passages[next]!.text) ? { how: 'marks', confidence: 0.8 } : null;
  }
  const continued =
    previous !== undefined && before?.kind === 'quotation' && quotingOf(place.passages[previous]!.text) === 'open';
  if (continued) return { how: 'marks', confidence: 0.85 };
  const words = text.split(/\s+/).length;
  const announced = previous !== undefined && /:$/.test(place.passages[previous]!.text);
  const beside = [previous, next].some(
    (other) => other !== undefined && !announced && quotingOf(place.passages[other]!.text) === 'closed',
  );
  if (beside && words < 40) return null;
  return words >= 16 || (announced && words >= 5) ? { how: 'marks', confidence: words >= 30 ? 0.82 : 0.7 } : null;
}

/** Every line set in, more than a first line would be, and neither centred nor pushed to the right. */
function isIndented(segment: Segment, layout: Layout): boolean {
  const least = leastIndent(segment.lines);
  const deeper = least - layout.indent;
  if (deeper < 2 || segment.mark) return false;
  const words = segment.lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0);
  if (segment.lines.length === 1) {
    if (layout.firstLine !== null && deeper <= layout.firstLine + 1) return false;
    return words >= 6 && deeper < 24;
  }
  return deeper < 32 && words >= 6;
}
