import { setImmediate as nextTurn } from 'node:timers/promises';
import { undoPending } from '#store/pending-decisions.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { undoSelection } from './selection-decide.ts';

/** As one act, whatever the batch holds; what is in force already is decided again instead. */
export async function undoDecisions(
  context: Context,
  { batch }: { readonly batch: string },
): Promise<{ readonly undone: number }> {
  authorise(context, 'contribution.decide');
  const selected = await undoSelection(context, { batch });
  if (selected) return selected;
  const undone = await context.store.write(async (transaction) => {
    let count = 0;
    for (let some = -1; some !== 0; count += some) {
      some = await undoPending(transaction, { batch, limit: ROWS_A_TURN });
      await nextTurn();
    }
    return count;
  });
  return { undone };
}

/** Readers have their turn in between. */
const ROWS_A_TURN = 200;
