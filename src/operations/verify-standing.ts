import type { ContributionState } from '#domain/contribution.ts';
import type { AuditedDecision } from '#store/audit-forum.ts';

interface Standing {
  readonly state: ContributionState;
  readonly shownRevision: number | null;
}

/** Where a contribution must stand after its decisions, written apart from what makes it so. */
export function standingAfter(decisions: readonly Pick<AuditedDecision, 'decision' | 'revision'>[]): Standing {
  let standing: Standing = { state: 'waiting', shownRevision: null };
  for (const { decision, revision } of decisions) standing = step(standing, decision, revision);
  return standing;
}

function step(before: Standing, decision: string, revision: number): Standing {
  if (decision === 'validate') return { state: 'validated', shownRevision: revision };
  if (decision === 'withdraw') return { state: 'withdrawn', shownRevision: null };
  if (decision === 'erase') return { state: 'erased', shownRevision: null };
  // An edit that is refused leaves what was validated before it.
  if (before.shownRevision !== null) return before;
  return { state: decision === 'spam' ? 'spam' : 'refused', shownRevision: null };
}
