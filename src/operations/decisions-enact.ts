// Decisions whose grace is over come into force, some at a time: readers have their turn between them, and a crash leaves the rest pending.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { findStanding, type Standing } from '#store/contribution-states.ts';
import {
  deletePending,
  dropPending,
  isPendingDue,
  listDuePending,
  type PendingDecision,
} from '#store/pending-decisions.ts';
import { forgetEnacted } from '#store/pending-selections.ts';
import { raiseGeneration } from '#store/site.ts';
import type { Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { enforceDecision } from './decision-enforce.ts';
import { moment } from './moment.ts';
import { enforceReply } from './reply-enforce.ts';
import { learnFrom, lessonOf, type TriageLesson } from './triage-learn.ts';

/** One transaction's worth: others who write wait so long at most. */
const AT_ONCE = 50;
/** The model is written whole: once for so many decisions of a large batch. */
const LESSONS_AT_ONCE = 500;

/** Called every second; gives how many came into force. */
export async function enactDecisions(context: Context): Promise<number> {
  authorise(context, 'jobs.run');
  return enactDue(context);
}

/** Also for whoever decides without a grace. */
export async function enactDue(context: Context): Promise<number> {
  const lessons: TriageLesson[] = [];
  let enacted = 0;
  while (await isPendingDue(context.store.reader, moment(context))) {
    const some = await enactWhatCan(context);
    enacted += some.enacted;
    lessons.push(...some.lessons);
    if (lessons.length >= LESSONS_AT_ONCE) await learnFrom(context, lessons.splice(0));
    await nextTurn();
  }
  await learnFrom(context, lessons);
  return enacted;
}

interface Enacted {
  readonly enacted: number;
  readonly lessons: readonly TriageLesson[];
}

/** One that fails must not hold up the others: then the first goes alone, and if it is the one, it waits again. */
async function enactWhatCan(context: Context): Promise<Enacted> {
  try {
    return await context.store.write((transaction) => enactSome(context, transaction, AT_ONCE));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return enactFirst(context);
  }
}

async function enactFirst(context: Context): Promise<Enacted> {
  const { store, log } = context;
  try {
    return await store.write((transaction) => enactSome(context, transaction, 1));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log.error({ err: error }, 'a decision could not come into force; what it was about waits again');
    await store.write(async (transaction) => {
      const [first] = await listDuePending(transaction, { at: moment(context), limit: 1 });
      if (first) await dropPending(transaction, [first.contributionId]);
    });
    return { enacted: 0, lessons: [] };
  }
}

async function enactSome(context: Context, transaction: Store['reader'], limit: number): Promise<Enacted> {
  const due = await listDuePending(transaction, { at: moment(context), limit });
  const lessons: TriageLesson[] = [];
  const enacted: ContributionId[] = [];
  const dropped: ContributionId[] = [];
  let isPublic = false;
  for (const pending of due) {
    const standing = await findStanding(transaction, pending.contributionId);
    if (standing && isStillMeant(standing, pending)) {
      isPublic = (await enact(context, transaction, { standing, pending })) || isPublic;
      lessons.push(...lessonOf(standing, pending));
      enacted.push(pending.contributionId);
    } else dropped.push(pending.contributionId);
    await nextTurn();
  }
  await deletePending(transaction, enacted);
  await dropPending(transaction, dropped);
  await forgetEnacted(transaction, moment(context));
  if (isPublic) await raiseGeneration(transaction);
  return { enacted: enacted.length, lessons };
}

/** Edited, withdrawn or erased meanwhile, it is not what was decided on: an edit waits in its lane, the decision is dropped. */
function isStillMeant({ hash, revision, state, key }: Standing, pending: PendingDecision): boolean {
  return hash === pending.hash && revision === pending.revision && state !== 'withdrawn' && key !== null;
}

async function enact(
  context: Context,
  transaction: Store['reader'],
  { standing, pending }: { readonly standing: Standing; readonly pending: PendingDecision },
): Promise<boolean> {
  const { decision, ground, reason, reply, decidedBy, batch, decidedAt } = pending;
  if (decision === 'erase') throw new Error('erasing is never pending');
  const enforcement = { standing, decision, ground, reason, decidedBy, batch, readAt: decidedAt };
  const isPublic = await enforceDecision(context, transaction, enforcement);
  if (reply !== null) await enforceReply(context, transaction, { standing, pending: { ...pending, reply } });
  return isPublic || reply !== null;
}
