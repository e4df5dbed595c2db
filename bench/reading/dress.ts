/** How a typist's keys or a code page change the characters of a text; the words stay. */
export interface Dress {
  readonly straight: boolean;
  /** '' keeps the dashes of the base. */
  readonly dash: string;
  /** '' takes the emphasis off, else the mark around it. */
  readonly emphasis: string;
  /** What stands before ; : ! ? and inside « » in French. */
  readonly space: string;
  /** French quotation marks become double quotes. */
  readonly englishMarks: boolean;
  /** No character outside Latin-1. */
  readonly plainLetters: boolean;
}

export function dressed(text: string, dress: Dress): string {
  let out = text.replace(/\*([^*\n]+)\*/g, `${dress.emphasis}$1${dress.emphasis}`);
  out = out.replace(/[\u00a0\u202f](?=[;:!?»])/g, dress.space).replace(/(?<=«)[\u00a0\u202f]/g, dress.space);
  if (dress.dash) out = out.replace(/ ?— ?| – /g, dress.dash).replace(/^ - |^-- ?/, '- ');
  if (dress.englishMarks) out = out.replace(/«\s?/g, '“').replace(/\s?»/g, '”');
  if (dress.straight) out = out.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  if (dress.plainLetters) out = plainLetters(out);
  return out;
}

function plainLetters(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[—–]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/…/g, '...')
    .replace(/\u202f/g, '\u00a0')
    .replace(/[•·]/g, '-')
    .replace(/[←→►▼] ?/g, '');
}

/** Whole quotations between marks, the old rule: each paragraph opens, only the last closes. */
export function inMarks(paragraphs: readonly string[], language: 'en' | 'fr', space: string): string[] {
  return paragraphs.map((text, index) => {
    const last = index === paragraphs.length - 1;
    if (language === 'fr')
      return `«${space}${text.replace(/«[\u00a0\u202f ]?/g, '“').replace(/[\u00a0\u202f ]?»/g, '”')}${last ? `${space}»` : ''}`;
    return `“${text.replace(/“/g, '‘').replace(/”/g, '’')}${last ? '”' : ''}`;
  });
}
