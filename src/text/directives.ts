/**
 * The few things Markdown lacks, by the form they are written in. Only these names are directives:
 * `10:30`, `foo:bar`, `:::aside` stay the text they are.
 */
export const CONTAINER_DIRECTIVES: ReadonlySet<string> = new Set(['verse', 'epigraph', 'lang', 'table']);
export const LEAF_DIRECTIVES: ReadonlySet<string> = new Set(['break', 'page', 'id']);
export const TEXT_DIRECTIVES: ReadonlySet<string> = new Set([
  'page',
  'leadin',
  'sc',
  'lang',
  'sic',
  'kind',
  'sup',
  'sub',
  'em',
  'strong',
  'del',
  'code',
]);

/** `:code[…]` likewise is code that backticks cannot hold where it stands. Written with a directive where stars cannot say it (`a*“b”*c` is not emphasis in Markdown); in the tree they are what they are. */
export const ATTENTION_DIRECTIVES = { em: 'emphasis', strong: 'strong', del: 'delete' } as const;
