import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { changeDraft, findDraft } from '#store/drafts.ts';
import { dropReading } from '#store/uploads.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

/** The guesses are answered: from now on the source is what is edited. The file stays. */
export async function confirmReading(
  context: Context,
  { textId, version }: { readonly textId: TextId; readonly version: number },
): Promise<Result<{ readonly version: number }>> {
  authorise(context, 'text.edit');
  await context.store.write(async (transaction) => {
    const draft = await findDraft(transaction, textId);
    if (!draft) throw new Refusal('not-found');
    if (draft.stage !== 'reading') throw new Refusal('stale');
    const isChanged = await changeDraft(transaction, {
      textId,
      version,
      stage: 'draft',
      by: accountOf(context.actor),
      at: moment(context),
    });
    if (!isChanged) throw new Refusal('stale');
    await dropReading(transaction, textId);
  });
  return done({ version: version + 1 });
}
