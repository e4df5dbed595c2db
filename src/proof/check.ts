import type { Question } from './finding.ts';
import type { RuleCode } from './rule.ts';
import type { ProofText } from './text/proof-text.ts';

/** One thing a proof-reader looks for. Its code is stable: answers and settings refer to it. */
export interface Check {
  readonly code: RuleCode;
  readonly area: 'marks' | 'spaces' | 'structure' | 'words' | 'names' | 'numbers';
  /** Yields nothing for what it does not understand; never throws. */
  readonly find: (text: ProofText) => Iterable<Question>;
}
