import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { withdrawContribution } from '#operations/contribution-withdraw.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { itemAnswer } from './queue-item.ts';

export async function withdrawInQueue(visit: Visit): Promise<Answer> {
  const contributionId = visit.params.id as ContributionId;
  const withdrawn = await withdrawContribution(visit.context, { contributionId, reason: visit.form!.get('why') });
  if (!withdrawn.ok) return itemAnswer(visit, contributionId, { status: 422, mistakes: withdrawn.mistakes });
  return redirect(`/desk/queue/${contributionId}?done=withdrawn-contribution`);
}

export async function eraseInQueue(visit: Visit): Promise<Answer> {
  const ground = visit.form!.get('ground');
  if (ground !== 'request' && ground !== 'law') throw new Refusal('bad-request');
  await eraseContribution(visit.context, { contributionId: visit.params.id as ContributionId, ground });
  return redirect('/desk/queue?done=erased');
}
