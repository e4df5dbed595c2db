import type { Call, CallForm } from './calls.ts';
import type { ItemForm } from './item-mark.ts';

/** A call where it stands in the file's order of segments. */
export interface PlacedCall extends Call {
  readonly segment: number;
}

/** A segment that begins as a note body would. */
export interface BodyCandidate {
  readonly form: ItemForm;
  readonly label: string;
  readonly segment: number;
}

/**
 * The heaviest pairing of calls with bodies that keeps both in order, each call before its body and of the same label: an enumeration, a
 * year or a list number in between costs nothing, because the sequence as a whole decides. Quadratic within bounds, greedy beyond them.
 */
export function alignNotes(
  calls: readonly PlacedCall[],
  bodies: readonly BodyCandidate[],
): ReadonlyMap<BodyCandidate, PlacedCall> {
  const labels = new Set(bodies.map((body) => body.label));
  const open = calls.filter((call) => labels.has(call.label));
  return open.length * bodies.length <= MOST_STEPS ? alignExactly(open, bodies) : alignGreedily(open, bodies);
}

const MOST_STEPS = 2_000_000;

function alignExactly(
  calls: readonly PlacedCall[],
  bodies: readonly BodyCandidate[],
): ReadonlyMap<BodyCandidate, PlacedCall> {
  const width = bodies.length + 1;
  const best = new Float64Array((calls.length + 1) * width);
  for (let c = calls.length - 1; c >= 0; c--) {
    const call = calls[c]!;
    for (let b = bodies.length - 1; b >= 0; b--) {
      const body = bodies[b]!;
      const skip = Math.max(best[(c + 1) * width + b]!, best[c * width + b + 1]!);
      const fits = body.label === call.label && call.segment < body.segment;
      const take = fits ? weigh(call, body) + best[(c + 1) * width + b + 1]! : 0;
      best[c * width + b] = Math.max(skip, take);
    }
  }
  // Of two stars before one body, the nearer calls it; of two calls "1", the first, the other repeats it.
  const symbols = /^[^\p{L}\p{N}]/u.test(bodies[0]?.label ?? '');
  const pairs = new Map<BodyCandidate, PlacedCall>();
  for (let c = 0, b = 0; c < calls.length && b < bodies.length; ) {
    const [call, body] = [calls[c]!, bodies[b]!];
    const here = best[c * width + b]!;
    const fits = body.label === call.label && call.segment < body.segment;
    const later = symbols && here === best[(c + 1) * width + b]!;
    if (fits && !later && here === weigh(call, body) + best[(c + 1) * width + b + 1]!) {
      pairs.set(body, call);
      c++;
      b++;
    } else if (here === best[(c + 1) * width + b]!) c++;
    else b++;
  }
  return pairs;
}

function alignGreedily(
  calls: readonly PlacedCall[],
  bodies: readonly BodyCandidate[],
): ReadonlyMap<BodyCandidate, PlacedCall> {
  const waiting = new Map<string, PlacedCall[]>();
  for (const call of calls) {
    const queue = waiting.get(call.label);
    if (queue) queue.push(call);
    else waiting.set(call.label, [call]);
  }
  const next = new Map<string, number>();
  const pairs = new Map<BodyCandidate, PlacedCall>();
  for (const body of bodies) {
    const at = next.get(body.label) ?? 0;
    const call = waiting.get(body.label)?.[at];
    if (!call || call.segment >= body.segment) continue;
    pairs.set(body, call);
    next.set(body.label, at + 1);
  }
  return pairs;
}

export const weigh = (call: Call, body: BodyCandidate): number => call.weight * affinity(call.form, body.form);

/** How well a call of one form goes with a body of another: `[1]` with `[1]`, but also with `1.`; a bare digit only for want of better. */
export function affinity(call: CallForm, body: ItemForm): number {
  if (call === body) return 1;
  if (body === 'bullet') return 0;
  if (call === 'glued') return body === 'parenthesised' ? 0.4 : 0.6;
  if (call === 'closed') return body === 'parenthesised' || body === 'dotted' ? 0.7 : 0.4;
  if (call === 'parenthesised') return body === 'dotted' || body === 'closed' || body === 'named' ? 0.8 : 0.7;
  return body === 'dotted' || body === 'bracketed' || body === 'linked' || body === 'named' ? 0.95 : 0.85;
}
