import type { Finding } from './finding.ts';
import type { RuleCode } from './rule.ts';

/** The key of what a finding says, in `locale/*\/proof.ts`; its values are the finding's evidence. */
export function messageKeyOf({ rule, because }: Pick<Finding, 'rule' | 'because'>): string {
  return because === null ? `proof.${rule}` : `proof.${rule}.${because}`;
}

export const titleKeyOf = (rule: RuleCode) => `proof.${rule}.title` as const;
export const reasonKeyOf = (rule: RuleCode) => `proof.${rule}.reason` as const;
