// Triage learns from what was decided. It only advises: what a crash keeps from it is learnt from later decisions.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Standing } from '#store/contribution-states.ts';
import { listDecidedLately } from '#store/decided-lately.ts';
import type { Store } from '#store/store.ts';
import { saveModel } from '#store/triage-state.ts';
import { type Lesson, learn } from '#triage/learn.ts';
import { applyChange, type Model, writeModel } from '#triage/model.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { currentModel } from './triage-model.ts';

export type TriageLesson = Lesson;

/** Refused on other grounds than advertising is not spam: nothing is learnt from it. A later decision teaches the contrary. */
export function lessonOf(
  { name, subject, body, quote }: Pick<Standing, 'name' | 'subject' | 'body' | 'quote'>,
  { decision, ground }: { readonly decision: string; readonly ground: string },
): readonly TriageLesson[] {
  const isSpam = decision === 'spam' || (decision === 'refuse' && ground === 'advertising');
  if (!isSpam && decision !== 'validate') return [];
  return [{ submission: { name, subject, body, quote }, isSpam }];
}

/** Readers have their turn in between. */
const LESSONS_A_TURN = 10;
/** From so many of the last decisions those to be rehearsed are drawn, some with each turn. */
const REMEMBERED = 200;
const REHEARSED_A_TURN = 10;

export async function learnFrom(context: Context, lessons: readonly TriageLesson[]): Promise<void> {
  if (lessons.length === 0) return;
  const { store } = context;
  await store.write(async (transaction) => {
    const model = await currentModel(context, transaction);
    const next = { ...model, weights: model.weights.slice() };
    const remembered = await earlierLessons(transaction, { model, skip: lessons.length });
    for (let from = 0; from < lessons.length; from += LESSONS_A_TURN) {
      const rehearsed = drawn(context, remembered);
      applyChange(next, learn(next, lessons.slice(from, from + LESSONS_A_TURN), rehearsed));
      await nextTurn();
    }
    const decisions = next.spam + next.good;
    await saveModel(transaction, { bytes: writeModel(next), decisions, changedAt: moment(context) });
  });
}

/** No more than were learnt: what came before a reset stays forgotten. */
async function earlierLessons(
  transaction: Store['reader'],
  { model, skip }: { readonly model: Model; readonly skip: number },
): Promise<readonly TriageLesson[]> {
  const limit = Math.min(REMEMBERED, model.spam + model.good);
  const decided = await listDecidedLately(transaction, { skip, limit });
  return decided.flatMap((one) => lessonOf(one, one));
}

/** Any of them with the same chance; one drawn twice does no harm. */
function drawn({ random }: Context, lessons: readonly TriageLesson[]): readonly TriageLesson[] {
  if (lessons.length === 0) return [];
  const numbers = new Uint16Array(random.bytes(2 * REHEARSED_A_TURN).slice().buffer);
  return [...numbers].map((number) => lessons[number % lessons.length]!);
}
