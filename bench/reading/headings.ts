import type { Heading } from './styles.ts';

export interface SetHeading {
  readonly lines: readonly string[];
  /** What a reader must give as the heading's text. */
  readonly required: string;
  /** Its number, which a reader may keep or not. */
  readonly optional: readonly string[];
}

const PARTS = {
  en: ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'],
  fr: ['PREMIÈRE', 'DEUXIÈME', 'TROISIÈME', 'QUATRIÈME', 'CINQUIÈME'],
};

export function headingLines(text: string, ordinal: number, heading: Heading, language: 'en' | 'fr'): SetHeading {
  const name = text.replace(/^[IVXL]+\. /, '');
  const numeral = roman(ordinal);
  const only = (line: string, lines: readonly string[] = [line]): SetHeading => ({
    lines,
    required: name,
    optional: [],
  });
  const numbered = (number: string): SetHeading => ({
    lines: [`${number} ${name}`],
    required: name,
    optional: number.split(' '),
  });
  const centre = (line: string): string => ' '.repeat(Math.max(6, 32 - Math.floor(line.length / 2))) + line;
  const rows: Readonly<Record<Heading, () => SetHeading>> = {
    plain: () => only(name),
    capitals: () => only(name.toUpperCase()),
    roman: () => numbered(`${numeral}.`),
    'roman alone': () => ({ lines: [`${numeral}.`], required: numeral, optional: [] }),
    arabic: () => numbered(`${ordinal}.`),
    'arabic bracket': () => numbered(`${ordinal})`),
    chapter: () => {
      const chapter = language === 'en' ? `CHAPTER ${numeral}` : `CHAPITRE ${numeral}`;
      return { lines: [chapter, '', name], required: name, optional: chapter.split(' ') };
    },
    underlined: () => only(name, [name, '='.repeat(name.length)]),
    'dashed under': () => only(name, [name, '-'.repeat(name.length)]),
    centred: () => only(centre(name)),
    'centred capitals': () => only(centre(name.toUpperCase())),
    hash: () => only(`## ${name}`),
    bold: () => only(`**${name}**`),
    wiki: () => only(language === 'en' ? `${name}[edit]` : `${name}[modifier]`),
    'roman dash': () => numbered(`${numeral}. —`),
    part: () => {
      const number =
        language === 'en'
          ? `PART ${PARTS.en[ordinal - 1] ?? numeral}:`
          : `${PARTS.fr[ordinal - 1] ?? numeral} PARTIE –`;
      return numbered(number);
    },
    letter: () => numbered(`${String.fromCharCode(64 + ordinal)}.`),
    'section sign': () => numbered(`§ ${ordinal}.`),
  };
  return rows[heading]();
}

function roman(n: number): string {
  const rows: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  let out = '';
  for (const [value, letters] of rows)
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  return out;
}
