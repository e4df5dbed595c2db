import { listBlocks } from '#text/list-blocks.ts';
import { parseInPlace } from './parse-in-place.ts';
import type { LocateArgument, Located } from './tasks.ts';

/** Where words as a reader read them stand in a source: in the paragraph they were read in, or in the only one that has them. */
export function locate({ source, paragraph, words }: LocateArgument): Located {
  const pattern = patternOf(words);
  const places = listBlocks(parseInPlace(source).tree).flatMap(({ node, text }) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    return [...source.slice(start, end).matchAll(pattern)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      isSame: text === paragraph,
    }));
  });
  const same = places.filter(({ isSame }) => isSame);
  const [place, another] = same.length > 0 ? same : places;
  return place && !another ? { start: place.start, end: place.end } : null;
}

/** Typed words: any white space for a space, either kind of apostrophe and of quotation mark; whole words only. */
function patternOf(words: string): RegExp {
  const written = words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
    .replace(/["“”]/g, '["“”]');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'gu');
}
