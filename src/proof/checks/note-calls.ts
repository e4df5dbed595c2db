import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';

interface Mark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const CALL = /\[(\d{1,3}|[*†‡])\]/g;
/** Beyond it, aligning would cost more memory than the question is worth: five thousand notes. */
const MOST_CELLS = 25_000_000;
/** Too few pairs to trust the numbering. */
const FEWEST_PAIRS = 2;

/** The calls of the notes against their bodies, as two sequences. */
export const noteCalls: Check = {
  code: 'note-calls',
  area: 'structure',
  *find(text) {
    const bodies = text.paragraphs.flatMap(({ start }) => bodyAt(text.text, start));
    const starts = new Set(bodies.map(({ start }) => start));
    const calls = [...text.text.matchAll(CALL)]
      .map(({ 0: mark, 1: label = '', index: start }) => ({ label, start, end: start + mark.length }))
      .filter(({ start }) => !starts.has(start));
    if (calls.length * bodies.length > MOST_CELLS) return;
    const pairs = align(calls, bodies);
    if (pairs.length < FEWEST_PAIRS || pairs.length * 2 < Math.max(calls.length, bodies.length)) return;
    yield* questions(text, calls, bodies, pairs);
  },
};

function bodyAt(text: string, start: number): Mark[] {
  const match = /^\[(\d{1,3}|[*†‡])\](?=\s)/.exec(text.slice(start, start + 8));
  return match === null ? [] : [{ label: match[1]!, start, end: start + match[0].length }];
}

function* questions(
  { text }: ProofText,
  calls: readonly Mark[],
  bodies: readonly Mark[],
  pairs: readonly (readonly [number, number])[],
): Iterable<Question> {
  const calledAt = new Map(pairs.map(([call, body]) => [body, call]));
  const paired = new Set(pairs.map(([call]) => call));
  const taken = new Set<number>();
  for (let body = 0; body < bodies.length; body++) {
    if (calledAt.has(body)) continue;
    const { label } = bodies[body]!;
    const [after, before] = around(calledAt, body, calls.length);
    const wrong = calls.findIndex((_, call) => call > after && call < before && !paired.has(call) && !taken.has(call));
    if (wrong >= 0) {
      taken.add(wrong);
      const { start, end, label: read } = calls[wrong]!;
      yield {
        start,
        end,
        suggestion: `[${label}]`,
        confidence: 0.85,
        because: 'misnumbered',
        evidence: { label: read, meant: label },
      };
      continue;
    }
    const start = calls[after]?.end ?? 0;
    const end = calls[before]?.start ?? Math.max(start, bodies[0]!.start);
    yield {
      start,
      end: Math.min(text.length, Math.max(start + 1, end)),
      suggestion: null,
      confidence: 0.85,
      because: 'uncalled',
      evidence: { label },
    };
  }
  for (const [call, { start, end, label }] of calls.entries()) {
    if (!paired.has(call) && !taken.has(call))
      yield { start, end, suggestion: null, confidence: 0.85, because: 'bodiless', evidence: { label } };
  }
}

/** The calls of the nearest paired notes before and after. */
function around(calledAt: ReadonlyMap<number, number>, body: number, calls: number): readonly [number, number] {
  let after = -1;
  let before = calls;
  for (const [other, call] of calledAt) {
    if (other < body) after = Math.max(after, call);
    else before = Math.min(before, call);
  }
  return [after, before];
}

/** The longest common subsequence of two runs of labels. */
function align(calls: readonly Mark[], bodies: readonly Mark[]): (readonly [number, number])[] {
  const width = bodies.length + 1;
  const best = new Uint16Array((calls.length + 1) * width);
  for (let call = calls.length - 1; call >= 0; call--) {
    for (let body = bodies.length - 1; body >= 0; body--) {
      const same = calls[call]!.label === bodies[body]!.label ? best[(call + 1) * width + body + 1]! + 1 : 0;
      best[call * width + body] = Math.max(same, best[(call + 1) * width + body]!, best[call * width + body + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let call = 0, body = 0; call < calls.length && body < bodies.length; ) {
    if (
      calls[call]!.label === bodies[body]!.label &&
      best[call * width + body] === best[(call + 1) * width + body + 1]! + 1
    )
      pairs.push([call++, body++]);
    else if (best[(call + 1) * width + body]! >= best[call * width + body + 1]!) call++;
    else body++;
  }
  return pairs;
}
