import type { Segment } from './segments.ts';

/** "Notes", "Footnotes:", "NOTES DE BAS DE PAGE", "## Notes", "Notes to chapter II": what announces notes and is not one. */
export function isNotesHeading(segment: Segment): boolean {
  if (segment.lines.length > 1) return false;
  const text = segment.lines[0]!.text;
  return text.length <= 90 && HEADING.test(text);
}

const HEADING =
  /^(?:#{1,6}\s*)?[*_=[(—–-]*\s*(?:[ivx\d]+[.)]\s*)?(?:(?:author|editor|translator|etol)(?:['’]?s['’]?)?\s+(?:foot|end)?notes?|(?:foot|end)[ -]?notes?|notes?(?:\s+(?:de\s+bas\s+de\s+page|de\s+fin|en\s+bas\s+de\s+page|et\s+références|and\s+references|de\s+l['’](?:auteure?|autrice|éditeur|édition)|du\s+traducteur|de\s+la\s+(?:traductrice|rédaction)|by\s+the\s+(?:author|editor|translator)|(?:to|for|on|du|de|to\s+the)\s+(?:chapter|section|part|text|chapitre|texte|la\s+section|la\s+partie)\s*[\p{L}\d]*))?|références|references|remarques|anmerkungen|notas|n\s?o\s?t\s?e\s?s)\s*[:.]?\s*[*_=\])—–-]*(?:\s?\[(?:edit|modifier)[^\]]{0,40}\])?$/iu;
