import { type FoundDate, findDate } from './dates.ts';
import { splitNames } from './names.ts';

/** The line by which a site says when it put a text online, and who did: "Tuesday 9 January 2024, by Robert Paris". */
export interface Posting {
  readonly date: FoundDate;
  readonly names: readonly string[];
}

/** `by` in such a line names who posted. Null for any other line, a date alone included. */
export function postingLine(text: string, language: string | null): Posting | null {
  if (text.length > 200) return null;
  const date = findDate(text, language);
  if (!date || date.value.length < 10) return null;
  const before = text.slice(0, date.start).trim();
  const after = text.slice(date.end).replace(TIME, '').trim();
  const announced = before === '' || ANNOUNCED.test(before);
  const byBefore = BY_BEFORE.exec(before);
  if (byBefore && (after === '' || TRAILER.test(after))) return withNames(date, byBefore[1]!);
  if (!announced) return null;
  const byAfter = BY_AFTER.exec(after);
  if (byAfter) return withNames(date, byAfter[1]!);
  if (before !== '' && POSTED.test(before) && (after === '' || TRAILER.test(after))) return { date, names: [] };
  return null;
}

const VERB =
  '(?:posted|published|put online|uploaded|submitted|written|updated|publié|mis(?:e)? en ligne|posté|article mis en ligne|(?:article|texte|billet) publié|paru|déposé|proposé|publication|ajouté|added)';
const ANNOUNCED = new RegExp(`^[*_(\\[—–|•·\\s]*(?:${VERB})?\\s*(?:on|le|:|in|the|en)?\\s*:?\\s*$`, 'iu');
const POSTED = new RegExp(`^[*_(\\[—–|•·\\s]*${VERB}\\s*(?:on|le|:)?\\s*:?\\s*$`, 'iu');
const BY_AFTER =
  /^[,;|·•–—\-/\s]*(?:(?:posted |published |publié |mis en ligne |proposé |posté )?(?:by|par)|author\s?:|auteur\s?:|de)\s*:?\s+(.{2,80}?)(?:\s+(?:in|dans|under|sous|à|at)\s.{1,60}|\s*[|·•/]\s.{1,80}|\s+\d+\s+(?:comments?|commentaires?).*)?[*_)\].]*$/iu;
const BY_BEFORE = new RegExp(
  `^[*_(\\[—–\\s]*(?:${VERB}\\s+)?(?:by|par)\\s+(.{2,80}?)\\s*[,|·•–—/-]?\\s*(?:${VERB}\\s*)?(?:on|le)?\\s*:?$`,
  'iu',
);
const TRAILER =
  /^(?:[,|·•–—/-]?\s*(?:in|dans|under|sous|at|à|\d+ (?:comments?|commentaires?)|leave a comment|laisser un commentaire|no comments|aucun commentaire|par défaut|edit|modifier|reply).{0,80}|[).\]]*)$/iu;
const TIME = /^,?\s*(?:(?:at|à|@)\s*)?\d{1,2}\s?(?:[:.h]\s?\d{2})\s?(?:am|pm|a\.m\.|p\.m\.)?/i;

function withNames(date: FoundDate, text: string): Posting | null {
  const plain = text.replace(/[,;]$/, '').trim();
  const names = splitNames(plain, 0.2);
  if (names.length > 0) return { date, names };
  return plain.split(/\s+/).length <= 3 && /^[\p{L}\d_.-]+(?:\s[\p{L}\d_.-]+)*$/u.test(plain)
    ? { date, names: [plain] }
    : null;
}
