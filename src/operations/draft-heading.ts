import type { DraftHeading } from '#store/drafts.ts';
import { parseSource } from '#text/parse-source.ts';

const LONGEST_FRONT_MATTER = 64 * 1024;

/** Title and authors as the front matter gives them. Only that is parsed: a draft of ten megabytes is saved as fast as a short one. */
export function draftHeading(source: string): DraftHeading {
  const frontMatter = /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(source.slice(0, LONGEST_FRONT_MATTER))?.[0];
  if (frontMatter === undefined) return { title: null, authors: [] };
  const { title, authors } = parseSource(frontMatter).metadata;
  return { title, authors };
}
