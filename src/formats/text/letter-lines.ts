import { findDate } from './dates.ts';

/** "Dear Edith,", "Mon cher ami,", "Messieurs,": how a letter or a speech addresses its reader. */
export const isSalutation = (text: string): boolean =>
  text.length < 70 &&
  /^(?:(?:my )?(?:very )?dear(?:est)?\b|(?:mon|ma|mes) (?:très )?(?:bien )?ch[eè]re?s?\b|(?:très )?chers?\b|(?:très )?chères?\b|monsieur|madame|mademoiselle|messieurs|mesdames|gentlemen|ladies|comrades|camarades|reverend|(?:honou?red )?sirs?,|sirs?,|citoyen(?:ne)?s|citizens|friends|(?:mes )?amis)[^.]{0,60}[,:!.]?$/i.test(
    text,
  );

/** "Yours faithfully,", "Ton frère qui t'embrasse,", "I remain, sir, yours,": how a letter takes leave. */
export const isClosing = (text: string): boolean =>
  text.length < 80 &&
  /^(?:(?:i (?:am|remain|have the honou?r)|believe me|with (?:love|kind|best)|ever|always)\b.*|yours?\b.*|(?:very )?(?:sincerely|faithfully|truly|respectfully|affectionately)\b.*|(?:bien |très )?(?:à (?:vous|toi)|cordialement|affectueusement|respectueusement)\b.*|(?:votre|ton|ta|vos) (?:(?:tout |très |bien )?d[ée]vou|fils|fille|frère|sœur|mère|père|ami|vieil|serviteur|humble|affectionn).*|(?:je (?:t[’']|vous |te )?(?:embrasse|prie|salue|suis)|agréez|veuillez|recevez)\b.*)[,;.]?$/i.test(
    text,
  );

/** "Hallow Point, 3 March 1911", "Sarre, le 4 mai 1908", "Le 30 avril.", "The Foundry, 11 March.": a place and a day, or a day. */
export function isDateline(text: string): boolean {
  if (text.length > 70) return false;
  if (
    /^(?:[\p{Lu}][\p{L}’' .-]{1,40}[,.]\s*)?(?:(?:le|this|on|the|ce)\s+)?(?:\p{L}+day,?\s+|(?:lun|mar|mercre|jeu|vendre|same)di,?\s+|dimanche,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th|er)?\s+(?:of\s+)?\p{L}{3,9}\.?$/iu.test(
      text,
    )
  ) {
    return findDate(`${text.replace(/[.,]$/, '')} 1900`) !== null;
  }
  const date = findDate(text);
  if (!date || !/^\d{4}-(?:0\d|1[0-2])/.test(date.value)) return false;
  const before = /^(?:[\p{Lu}][\p{L}’' .-]{1,40}[,.]\s*)?(?:(?:le|this|on|the|ce)\s+)?$/iu.test(
    text.slice(0, date.start),
  );
  return before && /^[.,;\s]*$/.test(text.slice(date.end));
}

export const isLetterLine = (text: string): boolean => isSalutation(text) || isClosing(text) || isDateline(text);
