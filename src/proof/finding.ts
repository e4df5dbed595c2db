import type { RuleCode } from './rule.ts';

/** What proofing questions. It asks; it changes nothing. */
export interface Finding {
  readonly rule: RuleCode;
  /** Offsets into the text proofed, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly words: string;
  /** What may have stood in the original: replaces the span. Null where only a question can be asked. */
  readonly suggestion: string | null;
  /** 0 to 1. From 0.8: certain enough to be answered before publication. */
  readonly confidence: number;
  /** Which of the rule's explanations: its message is `proof.<rule>` or `proof.<rule>.<because>`. */
  readonly because: string | null;
  /** The evidence: the values of the message. */
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** What a check says; its rule and the words of the span are added by the caller. */
export interface Question {
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string | null;
  readonly confidence: number;
  readonly because?: string;
  readonly evidence?: Finding['evidence'];
}
