import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { renameListing } from '#store/listing.ts';
import { insertSlug } from '#store/slugs.ts';
import { findText, updateTextSlug } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { checkSlug } from './slug-choice.ts';

/** Gives a published text another address; the former ones lead to it for ever. */
export async function renameText(
  context: Context,
  { textId, slug }: { readonly textId: TextId; readonly slug: string },
): Promise<Result<{ readonly slug: Slug }>> {
  authorise(context, 'text.rename');
  return context.store.write(async (transaction) => {
    const text = await findText(transaction, textId);
    if (!text || text.number === 0) throw new Refusal('not-found');
    const checked = await checkSlug(transaction, { textId, wanted: slug.trim() });
    if (!checked.ok) return checked;
    await insertSlug(transaction, { slug: checked.value, textId, createdAt: moment(context) });
    await updateTextSlug(transaction, { id: textId, slug: checked.value });
    await renameListing(transaction, { row: text.row, slug: checked.value });
    return done({ slug: checked.value });
  });
}
