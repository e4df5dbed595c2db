// What waits after an import is looked at like what is sent here, so that lanes, groups and scores of the queue hold for it too.
import type { Words } from '#domain/contribution.ts';
import type { ImportedState } from '#formats/forum/imported.ts';
import type { Store } from '#store/store.ts';
import { groupKey } from '#triage/group-key.ts';
import { UNKNOWN_CIRCUMSTANCES } from '#triage/submission.ts';
import type { Context } from './context.ts';
import { type Assessed, assessContribution } from './contribution-assess.ts';
import { hiddenIn } from './contribution-words.ts';

/** A revision as the other site had it. */
export interface ImportedLook {
  /** As the file gives them, before what cannot be seen is taken out. */
  readonly typed: Words;
  readonly words: Words;
  readonly quote: string | null;
  readonly stateThere: ImportedState;
}

/** How it was sent is not known, and speaks for nothing. What the other site held for spam lies among the likely spam. */
export async function assessImported(
  context: Context,
  transaction: Store['reader'],
  { typed, words, quote, stateThere }: ImportedLook,
): Promise<Assessed> {
  const hiddenCharacters = hiddenIn({ ...typed, subject: typed.subject ?? '' });
  const circumstances = { ...UNKNOWN_CIRCUMSTANCES, hiddenCharacters };
  const assessed = await assessContribution(context, { words, quote, circumstances, db: transaction });
  return stateThere === 'spam' ? { ...assessed, lane: 'spam' } : assessed;
}

/** Decided there: neither for nor against, and only its group is told, since others may be like it. */
export const unassessed = ({ body }: Words): Assessed => ({
  score: 0.5,
  lane: 'main',
  groupKey: groupKey(body),
  signals: '[]',
});
