import type { Actor } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import type { AccountId } from '#domain/text.ts';
import { allows, type PolicyName } from '#policies/policies.ts';
import type { Context } from './context.ts';

/** The first line of every operation: whatever the route table says, the act itself asks. */
export function authorise({ actor }: Context, policy: PolicyName): void {
  if (!allows(actor, policy)) throw new Refusal(actor.kind === 'visitor' ? 'sign-in-required' : 'not-allowed');
}

/** Who did it, as it is stored; null for the operator, who has no account. */
export function accountOf(actor: Actor): AccountId | null {
  return actor.kind === 'account' ? actor.id : null;
}
