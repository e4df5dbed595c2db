import { fold } from '../fold.ts';
import type { Signal } from '../signal.ts';
import { wordsOf } from '../words.ts';

const MOST_ENTRIES = 2000;
const SHOWN = 3;

/** The site's own list, recognised in any dress. */
export const blockedWords: Signal = {
  code: 'blocked-words',
  weigh: ({ lists, words }) => {
    if (lists.blockedWords.length === 0) return null;
    const text = ` ${words.join(' ')} `;
    const found = lists.blockedWords.slice(0, MOST_ENTRIES).filter((entry) => text.includes(soughtFor(entry)));
    return found.length === 0 ? null : { weight: 3, values: { words: found.slice(0, SHOWN).join(', ').slice(0, 120) } };
  },
};

/** A line end stands for what is never found: an entry without a word. */
function soughtFor(entry: string): string {
  const words = wordsOf(fold(entry)).join(' ');
  if (words === '') return '\n';
  return entry.endsWith('*') ? ` ${words}` : ` ${words} `;
}
