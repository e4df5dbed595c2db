import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { isWithdrawalGround } from '#domain/withdrawal.ts';
import { askWordCount } from '#store/library-words.ts';
import { dropListing } from '#store/listing.ts';
import { unindexText } from '#store/search.ts';
import { findText, updateWithdrawal } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { appendLeaf } from './record-append.ts';

export interface TextWithdrawal {
  readonly textId: TextId;
  /** One of WITHDRAWAL_GROUNDS. */
  readonly ground: string;
  /** Public: the address says it in the text's place. */
  readonly reason: string;
}

const LONGEST_REASON = 1000;

/** Takes a published text from the public. Its revisions are kept, and its address says when and why. */
export async function withdrawText(
  context: Context,
  { textId, ground, reason }: TextWithdrawal,
): Promise<Result<null>> {
  authorise(context, 'text.withdraw');
  const stated = reason.trim();
  if (!isWithdrawalGround(ground)) return mistaken('ground', 'mistake.ground-missing');
  if (stated === '') return mistaken('reason', 'mistake.reason-missing');
  if (stated.length > LONGEST_REASON) return mistaken('reason', 'mistake.reason-long', { count: LONGEST_REASON });
  await context.store.write(async (transaction) => {
    const text = await findText(transaction, textId);
    if (!text || text.number === 0) throw new Refusal('not-found');
    if (text.withdrawal) throw new Refusal('stale');
    const at = moment(context);
    const leaf = { kind: 'revision.withdraw', at, text: textId, revision: text.number, ground } as const;
    await appendLeaf(context, transaction, leaf);
    await updateWithdrawal(transaction, { id: textId, withdrawal: { at, ground, reason: stated } });
    await dropListing(transaction, text.row);
    await askWordCount(transaction, textId);
    await unindexText(transaction, text.row);
  });
  return done(null);
}
