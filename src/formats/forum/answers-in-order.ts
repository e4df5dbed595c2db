import type { ImportedContribution } from './imported.ts';

export interface Answered {
  readonly contribution: ImportedContribution;
  /** It says that it answers one that is not in the file, or that answers it. */
  readonly isOrphan: boolean;
}

/**
 * Each contribution after the one it answers, else in the order of the file. What answers nothing that is there, or itself by a
 * detour, answers the text. Memory holds the ids, and of the contributions only those that stand before what they answer.
 */
export function* answersInOrder(contributions: Iterable<ImportedContribution>): Generator<Answered> {
  const seen = new Set<string>();
  const held = new Map<string, ImportedContribution[]>();

  function* release(first: ImportedContribution, isOrphan: boolean): Generator<Answered> {
    const ready = [{ contribution: isOrphan ? { ...first, parentForeignId: null } : first, isOrphan }];
    for (let next = ready.pop(); next; next = ready.pop()) {
      const { foreignId } = next.contribution;
      seen.add(foreignId);
      yield next;
      const waiting = held.get(foreignId)?.toReversed() ?? [];
      held.delete(foreignId);
      ready.push(...waiting.map((contribution) => ({ contribution, isOrphan: false })));
    }
  }

  for (const contribution of contributions) {
    const { parentForeignId: parent } = contribution;
    if (parent === null || seen.has(parent)) yield* release(contribution, false);
    else {
      const waiting = held.get(parent);
      if (waiting) waiting.push(contribution);
      else held.set(parent, [contribution]);
    }
  }
  const ids = new Set([...held.values()].flat().map(({ foreignId }) => foreignId));
  const orphans = [...held.entries()].filter(([parent]) => !ids.has(parent));
  for (const [parent] of orphans) held.delete(parent);
  for (const orphan of orphans.flatMap(([, waiting]) => waiting)) yield* release(orphan, true);
  while (held.size > 0) yield* release(takeOfCircle(held), true);
}

/** Whoever goes from one to what it answers, and on, ends in the circle: what answers something in it is no part of it. */
function takeOfCircle(held: Map<string, ImportedContribution[]>): ImportedContribution {
  const parents = new Map(
    [...held].flatMap(([parent, waiting]) => waiting.map((one) => [one.foreignId, parent] as const)),
  );
  const passed = new Set<string>();
  let id = [...parents.keys()][0]!;
  while (!passed.has(id)) {
    passed.add(id);
    id = parents.get(id) ?? id;
  }
  const parent = parents.get(id)!;
  const waiting = held.get(parent)!;
  const index = waiting.findIndex(({ foreignId }) => foreignId === id);
  const [taken] = waiting.splice(index, 1) as [ImportedContribution];
  if (waiting.length === 0) held.delete(parent);
  return taken;
}
