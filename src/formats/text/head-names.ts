import type { HeadPlace } from './head-place.ts';

/** None of its words is ever written small in the text: they are nobody's words but a person's. */
export const isUnworded = (text: string, place: HeadPlace): boolean => {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length >= 2 && /\p{Ll}/u.test(text) && words.every((word) => !place.knows(word.toLowerCase()));
};

/** French titles have one capital; a French line of two or three capitals is a name. */
export const isFrenchName = (text: string, place: HeadPlace): boolean =>
  place.language === 'fr' &&
  /^\p{Lu}[\p{L}’'-]+(?:\s(?:d[eu]s?\s|la\s|le\s|[dl]['’])?\p{Lu}[\p{L}’'-]+){1,2}$/u.test(text) &&
  /\p{Ll}/u.test(text);
