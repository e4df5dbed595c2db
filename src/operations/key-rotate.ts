import { Refusal } from '#domain/refusal.ts';
import { findLog } from '#store/leaves.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { appendLeaf } from './record-append.ts';
import { addVerifierKey, signsUntil } from './record-keys.ts';

/**
 * A new key for the record, brought in by a leaf that the key before it signs too. The seed is in the file before the leaf is
 * committed: a rotation that is cut off leaves a seed nothing names, and the record goes on under the key it had.
 */
export async function rotateKey(
  context: Context,
): Promise<{ readonly verifierKey: string; readonly previousSignsUntil: Date }> {
  authorise(context, 'record.rotate-key');
  return context.store.write(async (transaction) => {
    const log = await findLog(transaction);
    if (!log) throw new Refusal('not-found');
    const at = moment(context);
    const verifierKey = addVerifierKey(context, log.origin);
    await appendLeaf(context, transaction, { kind: 'key.rotate', at, key: verifierKey });
    return { verifierKey, previousSignsUntil: signsUntil(at) };
  });
}
