import { undoPending } from '#store/pending-decisions.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';

/** As one act, whatever the batch holds; what is in force already is decided again instead. */
export async function undoDecisions(
  context: Context,
  { batch }: { readonly batch: string },
): Promise<{ readonly undone: number }> {
  authorise(context, 'contribution.decide');
  return { undone: await context.store.write((transaction) => undoPending(transaction, batch)) };
}
