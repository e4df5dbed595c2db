import { countLeaves, findLog } from '#store/leaves.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { savedHead } from '../record-guard.ts';

/** How many leaves there are, and how many the head that was kept apart from the database has. */
export async function readRecordState(
  context: Context,
): Promise<{ readonly kept: number | null; readonly leaves: number }> {
  authorise(context, 'record.continue');
  const { reader } = context.store;
  const log = await findLog(reader);
  return { kept: savedHead(context)?.size ?? null, leaves: log ? await countLeaves(reader, log.number) : 0 };
}
