import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { findDraft, insertDraft } from '#store/drafts.ts';
import { findRevision } from '#store/revisions.ts';
import { findText } from '#store/texts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

/** A draft of the next revision, from the current one; the one already begun when there is one. */
export async function startRevision(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<{ readonly version: number }> {
  authorise(context, 'text.edit');
  return context.store.write(async (transaction) => {
    const begun = await findDraft(transaction, textId);
    if (begun) return { version: begun.version };
    const text = await findText(transaction, textId);
    const current = text && (await findRevision(transaction, { textId, number: text.number }));
    if (!current) throw new Refusal('not-found');
    const { source, metadata, number } = current;
    const [by, at] = [accountOf(context.actor), moment(context)];
    const { title, authors } = metadata;
    await insertDraft(transaction, { textId, stage: 'draft', source, baseNumber: number, title, authors, by, at });
    return { version: 1 };
  });
}
