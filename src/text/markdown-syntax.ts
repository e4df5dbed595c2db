import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES, TEXT_DIRECTIVES } from './directives.ts';
import { NOTE_CALL_SYNTAX } from './note-call-syntax.ts';

const COLON = 58;
const LEFT_SQUARE_BRACKET = 91;

/**
 * What of Markdown a source may hold: CommonMark without HTML, indented code and link definitions (all three eat words
 * of a transcription: `<sic>`, an indented line, `[1]: See …`), GFM's tables, notes and strike-through, and our directives.
 */
export const MARKDOWN: Options = {
  extensions: [
    gfm({ singleTilde: false }),
    knownDirectives(),
    NOTE_CALL_SYNTAX,
    {
      disable: {
        null: [
          'codeIndented',
          'htmlFlow',
          'htmlText',
          'definition',
          'gfmPotentialFootnoteCall',
          'wwwAutolink',
          'protocolAutolink',
          'emailAutolink',
          'tasklistCheck',
        ],
      },
    },
  ],
  // GFM's tree transform would make links of bare addresses; a transcription's characters stay as they are.
  mdastExtensions: [
    gfmFromMarkdown().filter((extension) => extension.transforms === undefined),
    directiveFromMarkdown(),
  ],
};

function knownDirectives(): Extension {
  const { text, flow } = directive();
  const [container, leaf] = flow![COLON] as [Construct, Construct];
  return {
    text: { [COLON]: guarded(text![COLON] as Construct, { colons: 1, names: TEXT_DIRECTIVES, labelled: true }) },
    flow: {
      [COLON]: [
        guarded(container, { colons: 3, names: CONTAINER_DIRECTIVES, labelled: false }),
        guarded(leaf, { colons: 2, names: LEAF_DIRECTIVES, labelled: false }),
      ],
    },
  };
}

interface Guard {
  /** Fewest colons before the name. */
  readonly colons: number;
  readonly names: ReadonlySet<string>;
  /** A text directive always has a label: `see:page` is text. */
  readonly labelled: boolean;
}

/** The construct, tried only where one of the names stands: looking ahead keeps everything else ordinary Markdown. */
function guarded(construct: Construct, guard: Guard): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const attempt: State = (code) => construct.tokenize.call(this, effects, ok, nok)(code);
      return effects.check({ tokenize: nameAhead(guard), partial: true }, attempt, nok);
    },
  };
}

function nameAhead({ colons, names, labelled }: Guard): Tokenizer {
  return (effects, ok, nok) => {
    let seen = 0;
    let name = '';
    return (code) => {
      effects.enter('data');
      return colon(code);
    };

    function colon(code: number | null): State | undefined {
      if (code !== COLON) return seen >= colons ? letter(code) : nok(code);
      seen += 1;
      effects.consume(code);
      return colon;
    }

    function letter(code: number | null): State | undefined {
      if (code !== null && code >= 97 && code <= 122 && name.length < 12) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return letter;
      }
      effects.exit('data');
      return names.has(name) && (!labelled || code === LEFT_SQUARE_BRACKET) ? ok(code) : nok(code);
    }
  };
}
