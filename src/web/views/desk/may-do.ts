import { allows, type PolicyName } from '#policies/policies.ts';
import type { Visit } from '#web/http/route.ts';

/** What this person may not do is absent from their pages; the operation refuses it all the same. */
export function mayDo(visit: Visit, policy: PolicyName): boolean {
  return allows(visit.context.actor, policy);
}
