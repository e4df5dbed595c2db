import type { ItemForm } from './item-mark.ts';
import type { BodyCandidate, PlacedCall } from './note-pairs.ts';
import type { NotesPlace } from './note-place.ts';
import { isNotesHeading } from './notes-heading.ts';
import type { Segment } from './segments.ts';

/** Bodies that stand together: at the end, under a section, after a paragraph, at the foot of a page. */
export interface Cluster {
  readonly form: ItemForm;
  readonly bodies: readonly BodyCandidate[];
  readonly first: number;
  /** The last segment of the cluster. */
  readonly last: number;
  /** Segments between its bodies: further paragraphs of notes. */
  readonly between: readonly number[];
  /** The heading or rule above it, and those within. */
  readonly apparatus: readonly number[];
  /** A heading says these are notes. */
  readonly headed: boolean;
  /** Nothing but short things stand below it. */
  readonly closing: boolean;
  /** What stands above announces a list, or they read as one. */
  readonly listed: boolean;
  /** How likely it is to be notes before any call is looked at: the surest are paired first. */
  readonly prior: number;
}

/** Candidates of one form, cut into clusters where the text goes on between them. */
export function clusterBodies(place: NotesPlace, calls: readonly PlacedCall[]): readonly Cluster[] {
  const byForm = new Map<ItemForm, BodyCandidate[]>();
  for (let segment = 0; segment < place.segments.length; segment++) {
    const mark = place.segments[segment]!.mark;
    if (!mark || mark.form === 'bullet' || place.excluded.has(segment)) continue;
    const list = byForm.get(mark.form) ?? [];
    list.push({ form: mark.form, label: mark.label, segment });
    byForm.set(mark.form, list);
  }
  const calledIn = labelsBySegment(calls);
  const closingFrom = closingPoint(place);
  return [...byForm.values()].flatMap((bodies) =>
    cut(place, bodies, calledIn).map((run) => clusterOf(place, run, closingFrom)),
  );
}

function labelsBySegment(calls: readonly PlacedCall[]): ReadonlyMap<number, ReadonlySet<string>> {
  const labels = new Map<number, Set<string>>();
  for (const call of calls) {
    if (call.weight < 0.5) continue;
    const set = labels.get(call.segment);
    if (set) set.add(call.label);
    else labels.set(call.segment, new Set([call.label]));
  }
  return labels;
}

function cut(
  place: NotesPlace,
  bodies: readonly BodyCandidate[],
  calledIn: ReadonlyMap<number, ReadonlySet<string>>,
): readonly (readonly BodyCandidate[])[] {
  const runs: BodyCandidate[][] = [];
  let run: BodyCandidate[] = [];
  let headed = false;
  for (const body of bodies) {
    const before = run.at(-1);
    if (before && goesOn(place, before, body, calledIn, headed)) run.push(body);
    else {
      run = [body];
      headed = headingAbove(place, body.segment) !== null;
      runs.push(run);
    }
  }
  return runs;
}

/** From one body to the next: nothing between, or only further paragraphs of the first. Text that calls the second is text. */
function goesOn(
  place: NotesPlace,
  before: BodyCandidate,
  body: BodyCandidate,
  calledIn: ReadonlyMap<number, ReadonlySet<string>>,
  headed: boolean,
): boolean {
  const count = body.segment - before.segment - 1;
  const [one, other] = [place.segments[before.segment]!, place.segments[body.segment]!];
  if (count === 0) return one.lines[0]!.depth === other.lines[0]!.depth;
  if (count > (headed ? 40 : 6)) return false;
  const rises = Number(body.label) > Number(before.label) || body.label > before.label;
  let words = 0;
  for (let at = before.segment + 1; at < body.segment; at++) {
    const segment = place.segments[at]!;
    if (place.excluded.has(at)) continue;
    if (isNotesHeading(segment)) continue;
    if (calledIn.get(at)?.has(body.label)) return false;
    const indented = segment.lines[0]!.indent > one.lines[0]!.indent;
    if (segment.shape === 'rule' && !headed) return false;
    if (!indented) words += countTokens(segment);
    if (!headed && !indented && (!rises || !readsOn(segment))) return false;
  }
  return headed || words <= 200;
}

/** A further paragraph, not a heading: it is long, or ends as a sentence does. */
const readsOn = (segment: Segment): boolean =>
  segment.mark === null && (countTokens(segment) >= 12 || /[.!?…:»”"')\]]$/.test(segment.lines.at(-1)!.text));

const countTokens = (segment: Segment): number =>
  segment.lines.reduce(
    (sum, line) => sum + (line.text.length > 400 ? line.text.length / 6 : line.text.split(' ').length),
    0,
  );

function headingAbove(place: NotesPlace, segment: number): number | null {
  for (let at = segment - 1, steps = 0; at >= 0 && steps < 4; at--) {
    if (place.excluded.has(at)) continue;
    const above = place.segments[at]!;
    if (isNotesHeading(above)) return at;
    if (above.shape !== 'rule') return null;
    steps++;
  }
  return null;
}

/** The segment after which no long prose stands that is not an item. */
function closingPoint({ segments, excluded }: NotesPlace): number {
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at]!;
    if (excluded.has(at) || segment.mark || segment.shape === 'rule') continue;
    if (countTokens(segment) >= 25) return at;
  }
  return -1;
}

function clusterOf(place: NotesPlace, bodies: readonly BodyCandidate[], closingFrom: number): Cluster {
  const form = bodies[0]!.form;
  const first = bodies[0]!.segment;
  const last = bodies.at(-1)!.segment;
  const within = new Set(bodies.map((body) => body.segment));
  const between: number[] = [];
  const apparatus = apparatusAbove(place, first);
  for (let at = first; at < last; at++) {
    if (within.has(at) || place.excluded.has(at)) continue;
    if (isNotesHeading(place.segments[at]!) || place.segments[at]!.shape === 'rule') apparatus.push(at);
    else between.push(at);
  }
  const headed = headingAbove(place, first) !== null;
  const closing = first > closingFrom || (bodies.length > 1 && last > closingFrom);
  const above = place.segments[first - 1];
  const announced = above?.lines.at(-1)?.text.endsWith(':') === true && !isNotesHeading(above);
  const listed = !headed && announced && LISTLIKE.has(form);
  const own = OWN.has(form) ? 0.6 : form === 'parenthesised' || form === 'symbol' ? 0.3 : 0;
  const prior = (headed ? 2 : 0) + own + (closing ? 0.8 : 0) - (listed ? 1 : 0) + Math.min(bodies.length, 10) * 0.02;
  return { form, bodies, first, last, between, apparatus, headed, closing, listed, prior };
}

/** Forms that notes have and lists hardly ever. */
const OWN: ReadonlySet<ItemForm> = new Set([
  'linked',
  'raised',
  'caret',
  'starred',
  'named',
  'bracketed',
  'braced',
  'superscript',
]);
const LISTLIKE: ReadonlySet<ItemForm> = new Set(['dotted', 'closed', 'parenthesised', 'symbol', 'bare']);

function apparatusAbove(place: NotesPlace, first: number): number[] {
  const found: number[] = [];
  for (let at = first - 1; at >= 0 && found.length < 4; at--) {
    if (place.excluded.has(at)) continue;
    const segment = place.segments[at]!;
    if (segment.shape !== 'rule' && !isNotesHeading(segment)) break;
    found.push(at);
  }
  return found;
}
