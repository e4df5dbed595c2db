import { findCalls } from './calls.ts';
import { assemble } from './note-assembly.ts';
import { type Cluster, clusterBodies } from './note-clusters.ts';
import { isPlausible, type Matched, matchCluster } from './note-matches.ts';
import type { BodyCandidate, PlacedCall } from './note-pairs.ts';
import type { FoundNotes, NotesPlace } from './note-place.ts';
import { isNotesHeading } from './notes-heading.ts';

/** Calls and bodies found, paired as two sequences, cluster of bodies by cluster of bodies, the surest first. */
export function findNotes(place: NotesPlace): FoundNotes {
  const calls = placedCalls(place);
  if (calls.length === 0 && !place.segments.some((segment) => isNotesHeading(segment))) return NOTHING;
  const clusters = clusterBodies(place, calls);
  const byLabel = Map.groupBy(calls, (call) => call.label);
  const plausible = clusters.filter((cluster) => isPlausible(cluster, callsOf(cluster, byLabel)));
  const lastsByForm = lastSegments(plausible);
  const taken = new Set<PlacedCall>();
  const accepted: { cluster: Cluster; pairs: ReadonlyMap<BodyCandidate, PlacedCall>; sure: number }[] = [];
  const bodySegments = new Set<number>();
  for (const cluster of [...clusters].sort((one, other) => other.prior - one.prior || one.first - other.first)) {
    if (cluster.bodies.some((body) => bodySegments.has(body.segment))) continue;
    const open = callsOf(cluster, byLabel).filter(
      (call) => !taken.has(call) && !bodySegments.has(call.segment) && call.segment < cluster.last,
    );
    const fit = cluster.headed ? open : open.filter((call) => call.weight >= 0.3);
    const matched = matchCluster(cluster, fit, lastAbove(cluster, lastsByForm.get(cluster.form) ?? []));
    if (!isAccepted(cluster, matched)) continue;
    for (const call of matched.pairs.values()) taken.add(call);
    for (const body of cluster.bodies) bodySegments.add(body.segment);
    for (const segment of cluster.between) bodySegments.add(segment);
    accepted.push({ cluster, pairs: matched.pairs, sure: matched.sure });
  }
  accepted.sort((one, other) => one.cluster.first - other.cluster.first);
  return assemble(place, accepted, calls, taken, bodySegments);
}

/** The calls above the cluster's end that carry a label of it, in the file's order: of each label the nearest, some to choose from for each body. */
function callsOf(cluster: Cluster, byLabel: ReadonlyMap<string, readonly PlacedCall[]>): readonly PlacedCall[] {
  const bodies = new Map<string, number>();
  for (const { label } of cluster.bodies) bodies.set(label, (bodies.get(label) ?? 0) + 1);
  const found = [...bodies].flatMap(([label, count]) => {
    const calls = byLabel.get(label) ?? [];
    const end = countUntil(calls, (call) => call.segment < cluster.last);
    return calls.slice(Math.max(0, end - NEAREST_CALLS - 4 * count), end);
  });
  return found.sort((one, other) => one.segment - other.segment || one.start - other.start);
}

/** In a file of ten thousand notes under a star, none has to choose among ten thousand stars. */
const NEAREST_CALLS = 200;

/** How many of these, which are in the file's order, hold before the first that does not. */
function countUntil<T>(ordered: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the clusters of each form end, in the file's order: clusters of one form do not overlap. */
function lastSegments(clusters: readonly Cluster[]): ReadonlyMap<string, readonly number[]> {
  const lasts = new Map<string, number[]>();
  for (const { form, last } of clusters) {
    const list = lasts.get(form);
    if (list) list.push(last);
    else lasts.set(form, [last]);
  }
  return lasts;
}

const lastAbove = (cluster: Cluster, lasts: readonly number[]): number =>
  lasts[countUntil(lasts, (last) => last < cluster.first) - 1] ?? -1;

const NOTHING: FoundNotes = { notes: [], apparatus: new Set(), problems: [] };

function placedCalls({ segments, passages, excluded }: NotesPlace): readonly PlacedCall[] {
  const calls: PlacedCall[] = [];
  for (let segment = 0; segment < segments.length; segment++) {
    if (excluded.has(segment) || segments[segment]!.shape === 'rule') continue;
    const skip = segments[segment]!.mark?.length ?? 0;
    for (const call of findCalls(passages[segment]!.text)) {
      if (call.start >= skip && calls.length < MOST_CALLS) calls.push({ ...call, segment });
    }
  }
  return calls;
}

const MOST_CALLS = 1_000_000;

/** Half of the bodies called at least; more where the calls are weak ones; nearly all where the "bodies" look like a list. */
function isAccepted(cluster: Cluster, { pairs, sure }: Matched): boolean {
  const share = pairs.size / cluster.bodies.length;
  if (cluster.headed) return share >= 0.3 || (pairs.size === 0 && cluster.form !== 'bullet');
  if (pairs.size === 0) return false;
  if (cluster.listed) return share >= 0.75 && sure >= 0.75;
  const weak = [...pairs.values()].some((call) => call.form === 'glued');
  if (weak) return share >= 0.7 && (cluster.bodies.length >= 2 || cluster.closing);
  return sure < 0.5 ? share >= 0.75 && cluster.bodies.length >= 3 : share >= 0.45;
}
