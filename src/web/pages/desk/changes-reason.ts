import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { listDraftChanges } from '#operations/reads/proofing.ts';

type Change = Awaited<ReturnType<typeof listDraftChanges>>[number];

/** A history is read at a glance: the first few, and how many more. */
const MOST_NAMED = 8;
const LONGEST_WORDS = 40;

/** The reason proposed for a revision: what was corrected, and which readers found it. */
export function changesReason(changes: readonly Change[], language: Language): string {
  if (changes.length === 0) return '';
  const say = (key: MessageKey, values: Record<string, string | number>) => translate(language, key, values);
  const lists = new Intl.ListFormat(language);
  const named = changes
    .slice(0, MOST_NAMED)
    .map(({ words, instead }) => say('desk.publish.corrected.one', { words: short(words), instead: short(instead) }));
  const more = changes.length - named.length;
  const list = [...named, ...(more > 0 ? [say('desk.publish.corrected.more', { count: more })] : [])].join(', ');
  const names = [...new Set(changes.flatMap(({ credit }) => credit ?? []))];
  const thanks = names.length > 0 ? ` ${say('desk.publish.corrected.credit', { names: lists.format(names) })}` : '';
  return say('desk.publish.corrected', { list }) + thanks;
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line;
}
