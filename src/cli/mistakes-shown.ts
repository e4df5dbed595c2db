import type { Mistake } from '#domain/result.ts';
import { isMessageKey } from '#locale/translate.ts';
import type { ExitName } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** A person's mistakes, one a line. */
export function sayMistakes(mistakes: readonly Mistake[], { text, errors }: Terminal): ExitName {
  for (const { key, values } of mistakes) errors.write(`stet: ${isMessageKey(key) ? text(key, values) : key}\n`);
  return 'data';
}
