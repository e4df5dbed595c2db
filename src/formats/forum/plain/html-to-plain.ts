// HTML of a comment as plain text with the forum's small markup. Only tokens are read, so no nesting costs anything.
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { createPlainWriter, type PlainWriter } from './plain-writer.ts';

export interface HtmlReading {
  /** Whether a line's end in the source is one on the page: WordPress and SPIP, not Disqus. */
  readonly newlines: 'kept' | 'spaces';
  readonly marks?: boolean;
}

/**
 * Text of an HTML fragment; scripts, styles and embedded things are left out with what they hold. Linear in its length.
 *
 * @example
 * htmlToPlain('<p>So <em>they</em> say<br>in print</p>', { newlines: 'spaces' }) // 'So *they* say\nin print'
 */
export function htmlToPlain(html: string, { newlines, marks = true }: HtmlReading): string {
  const writer = createPlainWriter({ marks });
  let dropped: string | null = null;
  const write = (text: string) => {
    if (dropped === null) writeText(writer, text, newlines);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (tag) => {
        if (dropped !== null) return;
        if (!DROPPED.has(tag.tagName)) startTag(writer, tag);
        else if (!tag.selfClosing && !EMPTY.has(tag.tagName)) {
          dropped = tag.tagName;
          const mode = RAW_TEXT[tag.tagName];
          if (mode !== undefined) tokenizer.state = mode;
        }
      },
      onEndTag: (tag) => {
        if (dropped === tag.tagName) dropped = null;
        else if (dropped === null) endTag(writer, tag.tagName);
      },
      onCharacter: ({ chars }) => write(chars),
      onWhitespaceCharacter: ({ chars }) => write(chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  // An address between angle brackets was meant as text.
  tokenizer.write(html.replace(/<(https?:\/\/[^\s<>"']+|[^\s<>"'@]+@[^\s<>"'@]+)>/g, ' $1 '), true);
  return writer.done();
}

function writeText(writer: PlainWriter, text: string, newlines: HtmlReading['newlines']): void {
  const paragraphs = newlines === 'kept' ? text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/) : [text.replaceAll('\n', ' ')];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) writer.paragraph();
    writer.text(paragraph.replace(/[^\S\n\u00A0\u202F]+/g, ' '));
  }
}

function startTag(writer: PlainWriter, { tagName, attrs }: Token.TagToken): void {
  const attribute = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value.trim() ?? '';
  if (tagName === 'br') writer.line();
  else if (tagName === 'a') writer.link(attribute('href'));
  else if (tagName === 'img') writer.text(attribute('alt'));
  else if (tagName === 'blockquote' || tagName === 'quote') writer.quote(1);
  else if (EMPHASIS.has(tagName)) writer.emphasis(1);
  else if (tagName === 'q') writer.text('“');
  else if (tagName === 'li') {
    writer.line();
    writer.text('- ');
  } else if (tagName === 'td' || tagName === 'th') writer.text(' ');
  else if (BLOCKS.has(tagName)) writer.paragraph();
}

function endTag(writer: PlainWriter, tagName: string): void {
  if (tagName === 'a') writer.link(null);
  else if (tagName === 'blockquote' || tagName === 'quote') writer.quote(-1);
  else if (EMPHASIS.has(tagName)) writer.emphasis(-1);
  else if (tagName === 'q') writer.text('”');
  else if (BLOCKS.has(tagName)) writer.paragraph();
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const EMPHASIS = set('em i b strong cite dfn');
const BLOCKS = set(
  'address article aside center details dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p poesie poetry pre section table tr ul',
);
const DROPPED = set(
  'applet audio base button canvas embed frame frameset head iframe input link math meta noembed noframes noscript object param script select source style svg template textarea title track video xmp',
);
const EMPTY = set('base embed frame input link meta param source track');
const RAW_TEXT: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  ...Object.fromEntries(['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, TokenizerMode.RAWTEXT])),
};
