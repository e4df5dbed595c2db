import type { Furniture, Guess } from '#domain/reading.ts';
import type { Line } from './lines.ts';
import type { Segment } from './segments.ts';

export function furnitureGuesses(
  segments: readonly Segment[],
  furniture: ReadonlyMap<number, string>,
): readonly Guess[] {
  return [...furniture].slice(0, 500).map(([at, why]) => {
    const line = segments[at]!.lines[0]!;
    const sure = why !== 'menu' && why !== 'unknown' && why !== 'corrected';
    return {
      what: 'furniture',
      value: why,
      evidence: { line: line.number, excerpt: line.text.slice(0, 160) },
      confidence: sure ? 0.85 : 0.6,
      alternatives: ['text'],
    };
  });
}

export function furnitureOf(
  segments: readonly Segment[],
  furniture: ReadonlyMap<number, string>,
  apparatus: ReadonlySet<number>,
  unsaid: readonly number[],
  removed: readonly { readonly line: Line; readonly why: string }[],
): readonly Furniture[] {
  const all: Furniture[] = removed.map(({ line, why }) => ({
    lines: [line.number, line.number],
    text: line.text,
    why,
  }));
  const add = (at: number, why: string) => {
    const { lines } = segments[at]!;
    all.push({ lines: [lines[0]!.number, lines.at(-1)!.number], text: lines.map((line) => line.text).join('\n'), why });
  };
  for (const [at, why] of furniture) add(at, why);
  for (const at of apparatus) if (segments[at]!.shape !== 'rule') add(at, 'notes-heading');
  for (const at of unsaid) add(at, 'metadata');
  return all.sort((one, other) => one.lines[0] - other.lines[0]);
}
