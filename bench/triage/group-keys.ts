import { groupKey } from '#triage/group-key.ts';
import type { LabelledPost } from '#triage/measure.ts';
import { shuffled } from './posts.ts';

const FEWEST_WORDS = 12;

/** What a flood varies, from the least to the most. */
const EDITS: readonly { readonly name: string; readonly edit: (words: readonly string[], at: number) => string }[] = [
  { name: 'case and signs', edit: (words) => `${words.join(' ').toUpperCase()} !!!` },
  { name: 'another link', edit: (words, at) => `${words.join(' ')} http://site-${at}.example.com/${at * 7919}` },
  { name: 'another number', edit: (words, at) => `${words.join(' ')} ${at * 7919}` },
  {
    name: 'look-alikes',
    edit: (words) =>
      words
        .join(' ')
        .replace(/a(?=\w)/, 'а')
        .replace(/(?<=\w)e/, 'е'),
  },
  { name: 'a word more', edit: (words, at) => `${words.join(' ')} zx${'abcdefghij'[at % 10]}q` },
  { name: 'a greeting before', edit: (words) => `hello dear friends ${words.join(' ')}` },
  { name: 'a word changed', edit: (words, at) => words.with(at % words.length, 'otherwise').join(' ') },
  { name: 'a word dropped', edit: (words, at) => words.toSpliced(at % words.length, 1).join(' ') },
  {
    name: 'two words changed',
    edit: (words, at) =>
      words
        .with(at % words.length, 'otherwise')
        .with((at * 7) % words.length, 'perhaps')
        .join(' '),
  },
];

/** Per kind of edit the share of copies that keep the group; and of posts with other words, how many share one. */
export function groupKeyFigures(posts: readonly LabelledPost[]) {
  const bodies = [...new Set(posts.map(({ submission }) => submission.body.trim()))];
  const long = shuffled(bodies, 1)
    .map((body) => body.split(/\s+/))
    .filter((words) => words.length >= FEWEST_WORDS);
  const kept = EDITS.map(({ name, edit }) => {
    const same = long.filter((words, at) => groupKey(edit(words, at)) === groupKey(words.join(' ')));
    return { name, share: same.length / long.length };
  });
  const groups = Map.groupBy(bodies, groupKey);
  const shared = [...groups.values()].filter((group) => group.length > 1);
  return { kept, posts: bodies.length, groups: groups.size, shared };
}
