import { deleteModel } from '#store/triage-state.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';

/** Forgets what was learnt: triage begins anew with the next decision. */
export async function resetTriage(context: Context): Promise<void> {
  authorise(context, 'forum.manage');
  await context.store.write(deleteModel);
}
