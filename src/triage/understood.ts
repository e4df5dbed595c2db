import { fold } from './fold.ts';
import { LONGEST_LOOKED_AT } from './limits.ts';
import { type Link, splitLinks } from './links.ts';
import { wordsOf } from './words.ts';

/** One field of a post as it is understood. Made once and handed on: half of triage is folding and looking for links. */
export interface Understood {
  /** As it came, cut at the longest that is looked at. */
  readonly raw: string;
  readonly folded: string;
  readonly links: readonly Link[];
  /** The folded text with a sign for each link. */
  readonly rest: string;
  /** The words of the rest. */
  readonly words: readonly string[];
}

export function understand(text: string): Understood {
  const raw = text.slice(0, LONGEST_LOOKED_AT);
  const folded = fold(raw);
  const { links, rest } = splitLinks(folded);
  return { raw, folded, links, rest, words: wordsOf(rest) };
}
