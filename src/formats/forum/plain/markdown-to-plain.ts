import { htmlToPlain } from './html-to-plain.ts';

/**
 * A comment in Markdown, as Isso keeps it: paragraphs, quotations and emphasis are written alike here; links and the rest become bare.
 * What stands in code is words, whatever it looks like.
 *
 * @example
 * markdownToPlain('See **this** [page](https://example.org/x)') // 'See *this* page (https://example.org/x)'
 */
export function markdownToPlain(text: string): string {
  const plain = MARKS.reduce(
    (done, [pattern, instead]) => done.replace(pattern, instead),
    withCodeAsWords(text.replace(/\r\n?/g, '\n')),
  );
  return htmlToPlain(plain, { newlines: 'kept' });
}

/** Between fences and backticks. The fences go. */
function withCodeAsWords(text: string): string {
  let isFenced = false;
  const lines = text.split('\n').map((line) => {
    if (/^ {0,3}(?:```|~~~)[^`]*$/.test(line)) {
      isFenced = !isFenced;
      return '';
    }
    return isFenced ? asWords(line) : line.replace(/`[^`]{1,2000}`/g, asWords);
  });
  return lines.join('\n');
}

const asWords = (code: string) => code.replace(/[&<*_[]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^#{1,6}[^\S\n]+/gm, ''],
  [/\\$/gm, ''],
  [/!\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?: "[^"\n]{0,200}")?\)/g, '$1'],
  [/\[([^[\]\n]{1,500})\]\(([^()\s"<>]{1,2000})(?: "[^"\n]{0,200}")?\)/g, '<a href="$2">$1</a>'],
  [/(?<![\w*])\*\*([^*\n]{1,2000})\*\*(?![\w*])/g, '*$1*'],
  [/(?<![\w_])__([^_\n]{1,2000})__(?![\w_])/g, '*$1*'],
  [/(?<![\w_])_([^_\n]{1,2000})_(?![\w_])/g, '*$1*'],
];
