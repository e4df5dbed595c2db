import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

const LEFT_SQUARE_BRACKET = 91;
const RIGHT_SQUARE_BRACKET = 93;
const CARET = 94;
const LONGEST_LABEL = 200;

/**
 * `[^label]` is a note's call whether a body is defined or not: a call without a body is a problem to report, not text.
 * (GFM's own construct asks a list of all bodies at each call, which takes the square of their number.)
 */
const tokenize: Tokenizer = (effects, ok, nok) => {
  let size = 0;
  return (code) => {
    effects.enter('gfmFootnoteCall');
    mark(code, 'gfmFootnoteCallLabelMarker');
    return caret;
  };

  function caret(code: Code): State | undefined {
    if (code !== CARET) return nok(code);
    mark(code, 'gfmFootnoteCallMarker');
    effects.enter('gfmFootnoteCallString');
    effects.enter('chunkString', { contentType: 'string' });
    return label;
  }

  function label(code: Code): State | undefined {
    if (code === RIGHT_SQUARE_BRACKET && size > 0) return end(code);
    if (!isLabelCharacter(code) || size >= LONGEST_LABEL) return nok(code);
    size += 1;
    effects.consume(code);
    return label;
  }

  function end(code: Code): State | undefined {
    effects.exit('chunkString');
    effects.exit('gfmFootnoteCallString');
    mark(code, 'gfmFootnoteCallLabelMarker');
    effects.exit('gfmFootnoteCall');
    return ok;
  }

  function mark(code: Code, type: 'gfmFootnoteCallLabelMarker' | 'gfmFootnoteCallMarker'): void {
    effects.enter(type);
    effects.consume(code);
    effects.exit(type);
  }
};

// No white space, no brackets, and neither `\` nor `&`: a label reads the same in a call and a body.
function isLabelCharacter(code: Code): boolean {
  if (code === null || code <= 32 || code === 92 || code === 38 || /\s/.test(String.fromCharCode(code))) return false;
  return code !== LEFT_SQUARE_BRACKET && code !== RIGHT_SQUARE_BRACKET;
}

const NOTE_CALL: Construct = { name: 'stetNoteCall', tokenize };

export const NOTE_CALL_SYNTAX: Extension = {
  text: { [LEFT_SQUARE_BRACKET]: NOTE_CALL },
  // Makes the core leave `[^` and `![^` alone: "Stop![^1]" ends a sentence, it begins no image.
  ['_hiddenFootnoteSupport' as never]: {},
};
