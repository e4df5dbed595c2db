export const FORUM_FORMATS = ['spip', 'wxr', 'disqus', 'isso', 'jsonl'] as const;
export type ForumFormat = (typeof FORUM_FORMATS)[number];

/** What the beginning of a file is; 'sqlite' is a database, whose tables must be looked at. Null for what is none of ours. */
export function detectForum(beginning: string): ForumFormat | 'sqlite' | null {
  return SIGNS.find(({ pattern }) => pattern.test(beginning))?.format ?? null;
}

const SIGNS: readonly { readonly format: ForumFormat | 'sqlite'; readonly pattern: RegExp }[] = [
  { format: 'sqlite', pattern: /^SQLite format 3/ },
  { format: 'jsonl', pattern: /^\s*\{"stetForum"/ },
  { format: 'disqus', pattern: /<disqus[\s>]/ },
  { format: 'wxr', pattern: /<rss[\s>][^>]{0,2000}wordpress\.org\/export|<wp:wxr_version>/ },
  { format: 'isso', pattern: /CREATE TABLE[^(;]{0,40}\bthreads\b[^(;]{0,4}\(\s*id INTEGER PRIMARY KEY, uri\b/i },
  { format: 'spip', pattern: /<SPIP[\s>]|<!--[^>]{0,100}phpMyAdmin XML|<pma_xml_export[\s>]|<mysqldump[\s>]/i },
  { format: 'spip', pattern: /^(?:[^<{]|<(?!\?xml|!DOCTYPE|html))[\s\S]*?(?:CREATE TABLE|INSERT INTO)/i },
];
