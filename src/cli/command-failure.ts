import type { MessageKey, Values } from '#locale/translate.ts';
import type { ExitName } from './exit-code.ts';

/** Why a command stops: what is said, and what the program ends with. Not a bug. */
export class CommandFailure extends Error {
  readonly exit: ExitName;
  readonly key: MessageKey;
  readonly values: Values;

  constructor(exit: ExitName, key: MessageKey, values: Values = {}) {
    super(key);
    this.name = 'CommandFailure';
    this.exit = exit;
    this.key = key;
    this.values = values;
  }
}
