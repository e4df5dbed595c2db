import { Refusal } from '#domain/refusal.ts';
import { deleteChanges } from '#store/draft-changes.ts';
import { deleteStoredDraft, findDraft } from '#store/drafts.ts';
import { deleteUnpublishedText, findText } from '#store/texts.ts';
import { deleteUpload } from '#store/uploads.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import type { DraftVersion } from './draft-propose.ts';

/** A text never published goes with its draft and its file; a published one keeps all it had. */
export async function deleteDraft(context: Context, { textId, version }: DraftVersion): Promise<void> {
  authorise(context, 'text.edit');
  await context.store.write(async (transaction) => {
    const draft = await findDraft(transaction, textId);
    if (!draft) throw new Refusal('not-found');
    if (!(await deleteStoredDraft(transaction, { textId, version }))) throw new Refusal('stale');
    await deleteChanges(transaction, { textId, baseNumber: draft.baseNumber });
    const text = await findText(transaction, textId);
    if (text?.number !== 0) return;
    await deleteUpload(transaction, textId);
    await deleteUnpublishedText(transaction, textId);
  });
}
