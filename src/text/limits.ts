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

/** A divided run's parts: half the longest run, so that the escapes of writing never divide them again. */
export const DIVIDED_RUN = LONGEST_RUN / 4;

/** Marks (`*`, `_`, `[`, `~`, a backtick) in one run of lines: pairing them takes the square of their number. */
export const MOST_MARKS = 4_000;

/** Directive labels inside one another: the parser stops at 32 brackets. */
export const DEEPEST_LABELS = 24;

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
