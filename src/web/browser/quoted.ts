// From a contribution to the words it is about: the link leads to their paragraph, and in it they are marked.
import { findWords } from '#text/find-words.ts';
import { FURNITURE } from './selection-words.ts';

/** Also the name of the highlight in the style sheet. */
const NAME = 'quoted';

const body = document.querySelector('.body');
if (body && 'highlights' in CSS) showQuoted(body);

function showQuoted(body: Element): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-words]') : null;
    const block = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
    if (!link || !block || !body.contains(block)) return;
    const range = rangeOf(block, link.dataset.words ?? '');
    if (range) CSS.highlights.set(NAME, new Highlight(range));
    else CSS.highlights.delete(NAME);
  });
}

function rangeOf(block: Element, words: string): Range | null {
  const texts = textsOf(block);
  const found = findWords(texts.map(({ data }) => data).join(''), words);
  if (!found) return null;
  const range = document.createRange();
  let at = 0;
  for (const text of texts) {
    const end = at + text.length;
    if (at <= found.start && found.start < end) range.setStart(text, found.start - at);
    if (at < found.end && found.end <= end) range.setEnd(text, found.end - at);
    at = end;
  }
  return range;
}

function textsOf(block: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(FURNITURE)) texts.push(node);
  return texts;
}
