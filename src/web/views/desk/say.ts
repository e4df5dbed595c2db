import { type Language, type MessageKey, translate, type Values } from '#locale/translate.ts';

/** Says a message in the language of whoever reads the page. */
export type Say = (key: MessageKey, values?: Values) => string;

export function sayIn(language: Language): Say {
  return (key, values) => translate(language, key, values);
}
