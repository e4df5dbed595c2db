import type { ContributionId } from '#domain/contribution.ts';
import { leaseStanding } from '#store/contribution-states.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { leaseName } from './lease-name.ts';
import { moment, momentIn } from './moment.ts';

const LEASE_SECONDS = 60;

/** Whoever opens one is seen by the others to be at it. A courtesy: what keeps two from deciding is the decision itself. */
export async function leaseContribution(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly leasedBy: string | null }> {
  authorise(context, 'contribution.decide');
  const by = accountOf(context.actor) ?? OPERATOR;
  const lease = { id: id as ContributionId, by, at: moment(context), until: momentIn(context, LEASE_SECONDS) };
  const holder = await context.store.write((transaction) => leaseStanding(transaction, lease));
  return { leasedBy: holder === null || holder === by ? null : await leaseName(context, holder) };
}

const OPERATOR = 'operator';
