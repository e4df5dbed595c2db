import { createHash } from 'node:crypto';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Answered } from '#formats/forum/answers-in-order.ts';
import type { ImportedState } from '#formats/forum/imported.ts';

/** One that belongs to a text of ours. */
export interface PlacedContribution extends Answered {
  readonly textId: TextId;
  /** The text's current revision. */
  readonly number: number;
  /** Where whoever imports wants it in another. */
  readonly stateThere?: ImportedState;
}

export interface ImportedPlace {
  readonly id: ContributionId;
  readonly textId: TextId;
  readonly threadId: ContributionId;
}

/**
 * Where those are that were met in this run, by a name; null for what was erased here. What a batch adds is kept once it is on the
 * disk.
 */
export interface ImportedPlaces {
  /** Undefined: not met. */
  find(name: string): ImportedPlace | null | undefined;
  put(name: string, place: ImportedPlace | null): void;
  /** Before each attempt at a batch: what one before it put is forgotten. */
  begin(): void;
  keep(): void;
}

export function createImportedPlaces(): ImportedPlaces {
  const [kept, fresh] = [new Map<string, ImportedPlace | null>(), new Map<string, ImportedPlace | null>()];
  return {
    find: (name) => (fresh.has(name) ? fresh.get(name) : kept.get(name)),
    put: (name, place) => {
      fresh.set(name, place);
    },
    begin: () => fresh.clear(),
    keep: () => {
      for (const [name, place] of fresh) kept.set(name, place);
      fresh.clear();
    },
  };
}

/**
 * The same words by the same name at the same second under the same text: a page that had two addresses has its thread twice in an
 * export of Disqus. No foreign id begins with this sign. Null where there is no second.
 */
export function twinName({ contribution: { name, body, at }, textId }: PlacedContribution): string | null {
  if (at === null) return null;
  const hash = createHash('sha256').update(JSON.stringify([textId, at, name, body]));
  return `=${hash.digest('base64url').slice(0, 22)}`;
}
