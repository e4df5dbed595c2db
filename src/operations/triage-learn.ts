// Triage learns from what was decided. It only advises: what a crash keeps from it is learnt from later decisions.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Standing } from '#store/contribution-states.ts';
import type { PendingDecision } from '#store/pending-decisions.ts';
import { saveModel } from '#store/triage-state.ts';
import { type Lesson, learn } from '#triage/learn.ts';
import { applyChange, writeModel } from '#triage/model.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { currentModel } from './triage-model.ts';

export type TriageLesson = Lesson;

/** Refused on other grounds than advertising is not spam: nothing is learnt from it. A later decision teaches the contrary. */
export function lessonOf(
  { name, subject, body, quote }: Standing,
  { decision, ground }: Pick<PendingDecision, 'decision' | 'ground'>,
): readonly TriageLesson[] {
  const isSpam = decision === 'spam' || (decision === 'refuse' && ground === 'advertising');
  if (!isSpam && decision !== 'validate') return [];
  return [{ submission: { name, subject, body, quote }, isSpam }];
}

/** Readers have their turn in between. */
const LESSONS_A_TURN = 10;

export async function learnFrom(context: Context, lessons: readonly TriageLesson[]): Promise<void> {
  if (lessons.length === 0) return;
  const { store } = context;
  await store.write(async (transaction) => {
    const model = await currentModel(context, transaction);
    const next = { ...model, weights: model.weights.slice() };
    for (let from = 0; from < lessons.length; from += LESSONS_A_TURN) {
      applyChange(next, learn(next, lessons.slice(from, from + LESSONS_A_TURN)));
      await nextTurn();
    }
    const decisions = next.spam + next.good;
    await saveModel(transaction, { bytes: writeModel(next), decisions, changedAt: moment(context) });
  });
}
