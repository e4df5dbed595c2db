// XML from strangers, as elements that open and close with their text. No entity is ever expanded but XML's own five.
import { SaxesParser } from 'saxes';
import type { Problem } from '#domain/problem.ts';
import { FORUM_LIMITS, problemPiece } from '../imported.ts';
import { escapeBareAmpersands } from './bare-ampersands.ts';

export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly line: number;
    }
  /** `text` is what stands in the element itself, not in those within. */
  | { readonly kind: 'close'; readonly name: string; readonly text: string; readonly line: number }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Events in the order of the file. A document type ends the reading (entities could be declared in it), and so does what is nested
 * deeper or longer than any export; other mistakes in the XML are problems and reading goes on. What stands in the `markup` elements
 * is their text, tags and all: WordPress once wrote the HTML of comments as it was.
 */
export function* readXml(
  chunks: Iterable<string>,
  { markup = [] }: { readonly markup?: readonly string[] } = {},
): Generator<XmlEvent> {
  const { parser, events, state } = createParser(markup);
  for (const chunk of escapeBareAmpersands(chunks)) {
    state.silent += chunk.length;
    parser.write(chunk);
    yield* events.splice(0);
    if (state.silent > FORUM_LIMITS.field) yield problemPiece('xml-long', 'Something in the XML never ends.', parser);
    if (state.stopped || state.silent > FORUM_LIMITS.field) return;
  }
  parser.close();
  yield* events.splice(0);
}

function createParser(markup: readonly string[]) {
  const parser = new SaxesParser();
  const events: XmlEvent[] = [];
  const texts: string[] = [];
  const state = { stopped: false, silent: 0, mistakes: 0 };
  // Elements open within one of `markup`.
  let within = 0;
  const names: string[] = [];
  const emit = (event: XmlEvent) => {
    state.silent = 0;
    if (!state.stopped) events.push(event);
  };
  const stop = (code: string, message: string) => {
    emit(problemPiece(code, message, parser));
    state.stopped = true;
  };
  const addText = (text: string) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    if (markup.includes(names.at(-1) ?? '')) {
      within += 1;
      return addText(startTag(name, attributes as Record<string, string>));
    }
    texts.push('');
    names.push(name);
    emit({ kind: 'open', name, attributes: attributes as Record<string, string>, line: parser.line });
    if (texts.length > FORUM_LIMITS.depth) stop('xml-deep', `Elements are nested deeper than ${FORUM_LIMITS.depth}.`);
  });
  parser.on('closetag', ({ name }) => {
    if (within > 0) {
      within -= 1;
      return addText(`</${name}>`);
    }
    names.pop();
    emit({ kind: 'close', name, text: texts.pop() ?? '', line: parser.line });
  });
  parser.on('doctype', () => stop('xml-doctype', 'The file declares a document type, which no export has.'));
  parser.on('error', ({ message }) => {
    // SPIP writes it as it is: read as it is, it is what was meant.
    if (message.includes('"]]>" is disallowed')) return;
    // HTML is not XML: a line break is never closed, and `&nbsp;` means something.
    if (within > 0 || markup.includes(names.at(-1) ?? '')) return;
    state.mistakes += 1;
    if (state.mistakes > FORUM_LIMITS.xmlMistakes)
      stop('xml-mistakes', 'Too many mistakes in the XML; the rest was not read.');
    else emit(problemPiece('xml-mistake', `The XML is not well-formed: ${message}`, parser));
  });
  return { parser, events, state };
}

const startTag = (name: string, attributes: Readonly<Record<string, string>>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('')}>`;
