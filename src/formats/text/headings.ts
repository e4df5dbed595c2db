import type { Layout } from './layout.ts';
import { leastIndent } from './lines.ts';
import type { Segment } from './segments.ts';

export type HeadingStyle = 'markdown' | 'underlined' | 'numbered' | 'capitals' | 'centred' | 'bold' | 'plain';

/** How a short segment would be a heading if its surroundings allow it; null when it cannot be one. */
export function headingStyle(segment: Segment, text: string, layout: Layout): HeadingStyle | null {
  if (segment.shape !== 'prose' || segment.lines.length > 3 || text.length > 140 || segment.lines[0]!.depth > 0)
    return null;
  if (/^#{1,6}\s+\S/.test(text) || WIKI.test(text)) return 'markdown';
  if (segment.underlined) return 'underlined';
  // "(Cries of “Shame”.)" is said of the text, not its heading.
  if (/^[-•●○◦▪■·‣—–]\s/.test(text) || /[,;]$/.test(text) || /^\([^()]*\)\.?$/.test(text)) return null;
  const words = text.split(/\s+/).length;
  if (words > 16) return null;
  if (isNumbered(text)) return 'numbered';
  if (/^(?:\*\*|__)[^*_]+(?:\*\*|__)$|^(?:\*|_|\/)[^*_/]+(?:\*|_|\/)$|^'''?[^']+'''?$/.test(text) && words <= 12)
    return 'bold';
  if (isCapitals(text) && !/:$/.test(text)) return 'capitals';
  if (/:$/.test(text)) return null;
  const indent = leastIndent(segment.lines);
  if (indent >= layout.indent + 8 && words <= 12 && isCentred(segment, layout) && !/[.!?]["”»]?$/.test(text))
    return 'centred';
  return words <= 11 && text.length <= 80 && isPlain(text) ? 'plain' : null;
}

/** The link wikis put behind a heading, and their own way to write one. */
const EDIT = /\s?\[(?:edit|modifier|edit source|modifier (?:le code|\|)[^\]]*)\]$/i;
const WIKI = /^={2,6}\s*[^=\s][^=]*={2,6}$|^.{2,80}\[(?:edit|modifier)[^\]]{0,30}\]$/i;

const ORDINAL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|premier|première|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|the first|the second|the third|the last|dernier|dernière';
const ROMAN = '(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})';
const DIVISION = new RegExp(
  `^(?:chapter|chapitre|chap\\.|part|partie|section|book|livre|act|acte|scene|scène|letter|lettre|canto|chant|appendix|annexe|volume|tome|leçon|lesson|lecture|article|rule|règle|§)\\s*(?:${ROMAN}|[ivxlc]+|\\d{1,3}|${ORDINAL})(?![\\p{L}\\d])(?:er|re)?\\s*(?:[.:—–-]|$)?.{0,90}$`,
  'iu',
);
const NUMBER = new RegExp(
  `^(?:§\\s?)?(?:${ROMAN}|\\d{1,2}(?:\\.\\d{1,2})*)(?:[.):]|\\s?[—–-]|\\.\\s?[—–-])?\\s+(?=[\\p{Lu}\\d"“«'‘¿(])(.{2,90})$`,
  'u',
);
const ALONE = new RegExp(`^[-–—\\s]*(?:§\\s?)?(?:${ROMAN}|\\d{1,2})\\s*[.)]?[-–—\\s]*$`);

function isNumbered(text: string): boolean {
  if (ALONE.test(text) && /[IVXLC\d]/.test(text)) return true;
  if (DIVISION.test(text)) return !/[.;,]$/.test(text) || text.length < 60;
  const found = NUMBER.exec(text);
  if (!found || !/^(?:§\s?)?[IVXLC\d]/.test(text)) return false;
  const title = found[1]!;
  // "I went home" begins with a Roman numeral too.
  if (/^I\s/.test(text) && !/^I\s?[—–-]/.test(text)) return false;
  return (
    title.split(/\s+/).length <= 12 &&
    (!/[.;,]$/.test(title) || title === title.toUpperCase()) &&
    !/[.!?]\s+\p{Lu}/u.test(title)
  );
}

/** "CHAPTER I", "Première partie": a division that only counts. */
export const isBareDivision = (text: string): boolean => DIVISION.test(text) && BARE_DIVISION.test(text);

export const isBareNumber = (text: string): boolean => ALONE.test(text);

const BARE_DIVISION = /^\p{L}+\.?\s*(?:the\s)?[\p{L}\d]+(?:er|re)?\s*[.:—–-]?$/iu;

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= 3 &&
    !/\p{Ll}/u.test(text.replace(/(?<=\d)(?:st|nd|rd|th|er|e)\b/g, '').replace(/\bMc(?=\p{Lu})/gu, '')) &&
    text.split(/\s+/).length <= 14
  );
}

function isCentred(segment: Segment, layout: Layout): boolean {
  const width = layout.wrap ?? 76;
  return segment.lines.every((line) => Math.abs(line.indent + line.text.length / 2 - width / 2) <= width * 0.16);
}

/** Nothing but its brevity and its silence at the end: no stop, a capital first, no sign of speech, of a menu or of an address. */
function isPlain(text: string): boolean {
  if (!/^["“«'‘¿¡(]*[\p{Lu}\d]/u.test(text)) return false;
  if (/[.,:;?!…»”"'’|–—-]$/.test(text)) return false;
  return !/[|>]|https?:|@|^\p{Lu}[\p{L} .]{0,20}:\s|^["“«].*["”»]$/u.test(text) && !/[.!?]\s+\p{Lu}\p{Ll}/u.test(text);
}

/** The words of a heading without the signs that made it one. */
export function headingText(text: string, style: HeadingStyle): string {
  if (style === 'markdown') {
    const bare = text.replace(/^(?:#{1,6}|={2,6})\s*/, '').replace(/\s*(?:#+|={2,6})$/, '');
    return bare.replace(EDIT, '');
  }
  if (style === 'bold') return text.replace(/^(?:\*\*|__|\*|_|'''?|\/)/, '').replace(/(?:\*\*|__|\*|_|'''?|\/)$/, '');
  return text;
}
