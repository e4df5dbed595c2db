import type { Cluster } from './note-clusters.ts';
import { affinity, alignNotes, type BodyCandidate, type PlacedCall } from './note-pairs.ts';

export interface Matched {
  readonly pairs: ReadonlyMap<BodyCandidate, PlacedCall>;
  readonly sure: number;
}

/** Calls since the cluster before come first; where they do not suffice, any call still open above. The best form of call wins, then the rest help. */
export function matchCluster(cluster: Cluster, open: readonly PlacedCall[], since: number): Matched {
  const near = open.filter((call) => call.segment > since);
  const first = bestForm(cluster.bodies, near);
  const enough = first.pairs.size >= cluster.bodies.length * 0.5;
  const best = enough ? first : betterOf(first, bestForm(cluster.bodies, open));
  return fillGaps(cluster, best, enough ? near : open);
}

/** What stands above a cluster calls most of it: it may well be notes, and calls above it are more likely its own than a later one's. */
export function isPlausible(cluster: Cluster, calls: readonly PlacedCall[]): boolean {
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
