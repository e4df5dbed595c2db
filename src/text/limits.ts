/** Bounds that keep every source parseable in bounded time. What passes one is shown as typed and reported, never lost. */

/** Characters of one source; what follows is left out of the tree, and said so. */
export const LONGEST_SOURCE = 32_000_000;

/** Characters of the front matter, from `---` to `---`. */
export const LONGEST_FRONT_MATTER = 64_000;

/** Quotations and lists inside one another. */
export const DEEPEST_NESTING = 40;

/** Columns of white space at the start of a line: list items nest by them. */
export const WIDEST_INDENT = 160;

/** Characters of a run of lines without a blank one; a longer one is divided at a line's end or a space. */
export const LONGEST_RUN = 512_000;

/** Marks (`*`, `[`, a backtick, a line's end …) in one such run: beyond some ten thousand the parser takes the square of their number. */
export const MOST_MARKS = 4_000;

/** Directive labels inside one another: the parser stops at 32 brackets. */
export const DEEPEST_LABELS = 24;

/** Problems told of one source: who has a thousand has one more problem than these. */
export const MOST_PROBLEMS = 1_000;

/** Ids the pages use for their own parts; a source's explicit ids must be others. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'main',
  'contents',
  'notes',
  'cite',
  'top',
  'search',
  'history',
  'title',
  'page',
  'body',
]);
