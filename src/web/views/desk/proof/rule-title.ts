import { isMessageKey } from '#locale/translate.ts';
import type { Say } from '../say.ts';

/** A rule as people know it; one that is no more (an answer to it may be years old) by its code. */
export function ruleTitle(say: Say, rule: string): string {
  const key = rule === 'misprint' ? 'desk.proof.misprint' : `proof.${rule}.title`;
  return isMessageKey(key) ? say(key) : rule;
}
