import type { MetadataFound } from './metadata-found.ts';
import type { Passage } from './passage.ts';
import { postingLine } from './posting-line.ts';
import type { Segment } from './segments.ts';

/** Lines of the page's own that say who put the text there, and when: below the text, and not in what readers wrote under it. */
export function addPostings(
  segments: readonly Segment[],
  passages: readonly Passage[],
  furniture: ReadonlyMap<number, string>,
  found: MetadataFound,
): void {
  for (const at of [...furniture.keys()].sort((one, other) => one - other)) {
    const text = passages[at]?.text ?? '';
    if (
      text.length > 160 ||
      !/^(?:this entry was |cet article a été |ce billet a été )?(?:posted|published|publié|written|mis en ligne)(?!\p{L})/iu.test(
        text,
      )
    )
      continue;
    const line = segments[at]!.lines[0]!.number;
    const plain = text.replace(/^(?:this entry was |cet article a été |ce billet a été )/i, '');
    const posting = postingLine(plain, null);
    if (posting) found.addPosting(posting, line, text);
    const by = /^(?:posted|published|publié|mis en ligne) (?:by|par) (.{2,60}?) (?:at|à) \d{1,2}\s?[:h.]\s?\d{2}/i.exec(
      plain,
    );
    if (by) found.addKey({ field: 'postedBy', key: 'posted by', value: by[1]!, line, text, next: null });
  }
}
