import type { Problem } from '#domain/problem.ts';
import { findCalls } from './calls.ts';
import { type Cluster, clusterBodies } from './note-clusters.ts';
import { affinity, alignNotes, type BodyCandidate, type PlacedCall } from './note-pairs.ts';
import { isNotesHeading } from './notes-heading.ts';
import type { Passage } from './passage.ts';
import type { Segment } from './segments.ts';

export interface FoundNote {
  readonly label: string;
  readonly call: PlacedCall | null;
  /** The segments of its body, the first of which begins with its mark. */
  readonly body: readonly number[];
  readonly confidence: number;
}

export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  /** Segments that only announce notes: their heading, the rule above them. */
  readonly apparatus: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

export interface NotesPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  /** Segments known to be no part of the text. */
  readonly excluded: ReadonlySet<number>;
}

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

interface Matched {
  readonly pairs: ReadonlyMap<BodyCandidate, PlacedCall>;
  readonly sure: number;
}

/** Calls since the cluster before come first; where they do not suffice, any call still open above. The best form of call wins, then the rest help. */
function matchCluster(cluster: Cluster, open: readonly PlacedCall[], since: number): Matched {
  const near = open.filter((call) => call.segment > since);
  const first = bestForm(cluster.bodies, near);
  const enough = first.pairs.size >= cluster.bodies.length * 0.5;
  const best = enough ? first : betterOf(first, bestForm(cluster.bodies, open));
  return fillGaps(cluster, best, enough ? near : open);
}

/** What stands above a cluster calls most of it: it may well be notes, and calls above it are more likely its own than a later one's. */
function isPlausible(cluster: Cluster, calls: readonly PlacedCall[]): boolean {
  if (cluster.listed) return false;
  const above = calls.filter((call) => call.segment < cluster.first && call.weight >= 0.6);
  return bestForm(cluster.bodies, above).pairs.size >= cluster.bodies.length * 0.7;
}

const betterOf = (one: Matched, other: Matched): Matched => (other.pairs.size > one.pairs.size ? other : one);

function bestForm(bodies: readonly BodyCandidate[], calls: readonly PlacedCall[]): Matched {
  let best: Matched = { pairs: new Map(), sure: 0 };
  let most = 0;
  for (const form of new Set(calls.map((call) => call.form))) {
    const pairs = alignNotes(
      calls.filter((call) => call.form === form),
      bodies,
    );
    if (pairs.size === 0) continue;
    let total = 0;
    for (const [body, call] of pairs) total += call.weight * affinity(call.form, body.form);
    if (total > most) {
      best = { pairs, sure: total / pairs.size };
      most = total;
    }
  }
  return best;
}

/** Bodies still without a call take one of another form, or one out of order, where only one carries their label. */
function fillGaps(cluster: Cluster, matched: Matched, open: readonly PlacedCall[]): Matched {
  if (matched.pairs.size === 0 || matched.pairs.size === cluster.bodies.length) return matched;
  const used = new Set(matched.pairs.values());
  const pairs = new Map(matched.pairs);
  const form = [...used][0]!.form;
  const times = new Map<string, number>();
  for (const { label } of cluster.bodies) times.set(label, (times.get(label) ?? 0) + 1);
  const byLabel = Map.groupBy(open, (call) => call.label);
  for (const body of cluster.bodies) {
    if (pairs.has(body) || times.get(body.label) !== 1) continue;
    const fit = (byLabel.get(body.label) ?? []).filter(
      (call) =>
        !used.has(call) &&
        call.segment < body.segment &&
        call.weight >= 0.6 &&
        (call.form === form || STRONG.has(call.form)),
    );
    const [call] = fit;
    if (!call || fit.length > 1) continue;
    pairs.set(body, call);
    used.add(call);
  }
  return { pairs, sure: matched.sure };
}

export const STRONG: ReadonlySet<string> = new Set([
  'linked',
  'raised',
  'caret',
  'starred',
  'bracketed',
  'braced',
  'superscript',
]);

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

type Accepted = {
  readonly cluster: Cluster;
  readonly pairs: ReadonlyMap<BodyCandidate, PlacedCall>;
  readonly sure: number;
};

function assemble(
  place: NotesPlace,
  accepted: readonly Accepted[],
  calls: readonly PlacedCall[],
  taken: ReadonlySet<PlacedCall>,
  bodySegments: ReadonlySet<number>,
): FoundNotes {
  const notes: FoundNote[] = [];
  const apparatus = new Set<number>();
  const problems: Problem[] = [];
  for (const { cluster, pairs, sure } of accepted) {
    for (const at of cluster.apparatus) apparatus.add(at);
    let lastCall: PlacedCall | null = null;
    const between = new Set(cluster.between);
    for (const [index, body] of cluster.bodies.entries()) {
      const call = pairs.get(body) ?? null;
      const until = cluster.bodies[index + 1]?.segment ?? body.segment + 1;
      const more: number[] = [];
      for (let at = body.segment + 1; at < until; at++) if (between.has(at)) more.push(at);
      notes.push({
        label: body.label,
        call,
        body: [body.segment, ...more],
        confidence: confidenceOf(sure, pairs.size / cluster.bodies.length),
      });
      const line = place.segments[body.segment]!.lines[0]!.number;
      if (!call) problems.push(problemOf('note-without-call', `Nothing calls note ${body.label}.`, body.label, line));
      else if (
        lastCall &&
        (call.segment < lastCall.segment || (call.segment === lastCall.segment && call.start < lastCall.start))
      ) {
        problems.push(
          problemOf(
            'note-out-of-order',
            `Note ${body.label} is called before the one that stands above it.`,
            body.label,
            line,
          ),
        );
      }
      if (call) lastCall = call;
    }
  }
  const orphans = orphanCalls(place, accepted, calls, taken, bodySegments);
  return { notes: [...notes, ...orphans.notes], apparatus, problems: [...problems, ...orphans.problems] };
}

const confidenceOf = (sure: number, share: number): number =>
  Math.round(Math.min(0.97, 0.5 + sure * share * 0.47) * 100) / 100;

/** Marks of the very form that called other notes, which found no body; and marks that can be nothing else. */
function orphanCalls(
  place: NotesPlace,
  accepted: readonly Accepted[],
  calls: readonly PlacedCall[],
  taken: ReadonlySet<PlacedCall>,
  bodySegments: ReadonlySet<number>,
): { readonly notes: readonly FoundNote[]; readonly problems: readonly Problem[] } {
  const forms = new Set<CallForm>([...taken].map((call) => call.form));
  const called = new Set([...taken].map((call) => `${call.form} ${call.label}`));
  let most = 0;
  for (const { cluster } of accepted) most = Math.max(most, Number.parseInt(cluster.bodies.at(-1)!.label, 10) || 0);
  const notes: FoundNote[] = [];
  const problems: Problem[] = [];
  for (const call of calls) {
    if (taken.has(call) || bodySegments.has(call.segment) || call.weight < 0.6) continue;
    const alike = forms.has(call.form) && call.form !== 'glued' && Number(call.label) <= most + 3;
    const plain = taken.size === 0 && STRONG.has(call.form) && /^\d{1,3}$/.test(call.label);
    if (!alike && !plain) continue;
    const passage = place.passages[call.segment]!;
    const line = passage.pieces.findLast((piece) => piece.offset <= call.start)?.line ?? null;
    if (called.has(`${call.form} ${call.label}`)) {
      problems.push(problemOf('note-called-twice', `Note ${call.label} is called more than once.`, call.label, line));
      continue;
    }
    if (notes.length >= MOST_ORPHANS) break;
    notes.push({ label: call.label, call, body: [], confidence: 0.6 });
    problems.push(problemOf('note-without-body', `Call ${call.label} has no note.`, call.label, line));
  }
  return { notes, problems };
}

type CallForm = PlacedCall['form'];

/** A file with more marks than that has something else than notes in its brackets. */
const MOST_ORPHANS = 5_000;

const problemOf = (code: string, message: string, label: string, line: number | null): Problem => ({
  code,
  message,
  values: { label },
  line,
});
