import type { Problem } from '#domain/problem.ts';
import type { Cluster } from './note-clusters.ts';
import { STRONG } from './note-matches.ts';
import type { BodyCandidate, PlacedCall } from './note-pairs.ts';
import type { FoundNote, FoundNotes, NotesPlace } from './note-place.ts';

export type Accepted = {
  readonly cluster: Cluster;
  readonly pairs: ReadonlyMap<BodyCandidate, PlacedCall>;
  readonly sure: number;
};

export function assemble(
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
