import { isMessageKey, type Language, type MessageKey, translate } from '#locale/translate.ts';

export type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, values) =>
    translate(language, key, values);

interface Named {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A mistake in words; a key that is not in the catalogue shows as itself. */
export const saidOf = (say: Say, { key, values }: Named) => (isMessageKey(key) ? say(key, { ...values }) : key);
