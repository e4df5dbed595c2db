import { type ContributionId, LONGEST, type Place } from '#domain/contribution.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { BlockId } from '#domain/text.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findShown, type StoredShown } from '#store/shown-contributions.ts';
import type { Store } from '#store/store.ts';
import type { StoredText } from '#store/texts.ts';
import { findWords } from '#text/find-words.ts';
import { tidyLine } from './contribution-words.ts';

export interface TypedPlace {
  /** Id of a block or note; empty for the text at large. */
  readonly paragraph: string;
  /** Id of the contribution it answers; empty for none. */
  readonly answers: string;
  /** Words of the paragraph, as chosen or typed; empty lets its beginning stand for it. */
  readonly quote: string;
}

export interface FoundPlace extends Place {
  /** All words of the paragraph, as the current revision has them. */
  readonly passage: string | null;
  readonly parent: StoredShown | null;
}

/**
 * Where it belongs. An answer to what is not shown under this text (waiting, refused, another text's, nothing at all: they
 * are alike) stands for itself, and so does one to a paragraph that is gone: nobody's words are lost for that. Words that do
 * not stand in the paragraph are a mistake: others would be put in the mouth of whoever chose them.
 */
export async function findPlace(
  db: Store['reader'],
  { text, typed }: { readonly text: StoredText; readonly typed: TypedPlace },
): Promise<Result<FoundPlace>> {
  const at = { textId: text.id, number: text.number };
  const parent = await findParent(db, { text, id: typed.answers });
  if (parent) return done({ ...at, parentId: parent.id, parent, blockId: null, quote: null, passage: null });
  const passage = await findPassage(db, { text, id: typed.paragraph });
  if (passage === null) return done({ ...at, parentId: null, parent, blockId: null, quote: null, passage });
  const quote = quoteFrom(passage, typed.quote);
  if (!quote.ok) return quote;
  return done({ ...at, parentId: null, parent, blockId: typed.paragraph as BlockId, quote: quote.value, passage });
}

async function findParent(
  db: Store['reader'],
  { text, id }: { readonly text: StoredText; readonly id: string },
): Promise<StoredShown | null> {
  const parent = id === '' ? null : await findShown(db, id as ContributionId);
  return parent?.textId === text.id ? parent : null;
}

async function findPassage(
  db: Store['reader'],
  { text, id }: { readonly text: StoredText; readonly id: string },
): Promise<string | null> {
  if (id === '') return null;
  const { blocks, notes } = await findRevisionIds(db, { textId: text.id, number: text.number });
  return [...blocks, ...notes].find((one) => one.id === id)?.text ?? null;
}

/** The paragraph's own words, however they were typed; its beginning for none. */
function quoteFrom(passage: string, typed: string): Result<string> {
  if (tidyLine(typed) === '') return done(openingOf(tidyLine(passage)));
  const span = findWords(passage, typed);
  if (span === null) return mistaken('quote', 'mistake.contribution-quote');
  const words = tidyLine(passage.slice(span.start, span.end));
  if (words.length > LONGEST.quote) return mistaken('quote', 'mistake.contribution-long', { count: LONGEST.quote });
  return done(words);
}

function openingOf(all: string): string {
  if (all.length <= LONGEST_OPENING) return all;
  return `${all.slice(0, LONGEST_OPENING).replace(/\s+\S*$/, '')} …`;
}

const LONGEST_OPENING = 160;
