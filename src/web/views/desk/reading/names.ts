import { isMessageKey } from '#locale/translate.ts';
import type { Say } from '../say.ts';

/** A metadata field, or another thing a guess is about, as people call it. */
export function fieldName(say: Say, name: string): string {
  const key = `desk.field.${name}`;
  return isMessageKey(key) ? say(key) : name;
}

/** Why lines are taken for furniture. */
export function whyText(say: Say, why: string): string {
  const key = `furniture.${why}`;
  return isMessageKey(key) ? say(key) : why;
}
