import type { TextId } from '#domain/text.ts';
import { insertDraft } from '#store/drafts.ts';
import { insertText } from '#store/texts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { draftHeading } from './draft-heading.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';

/** A new text, empty unless a source is given. */
export async function startDraft(
  context: Context,
  { source = '' }: { readonly source?: string } = {},
): Promise<{ readonly textId: TextId }> {
  authorise(context, 'text.edit');
  const textId = newId<TextId>(context);
  const [by, at] = [accountOf(context.actor), moment(context)];
  const heading = draftHeading(source);
  await context.store.write(async (transaction) => {
    await insertText(transaction, { id: textId, createdBy: by, createdAt: at });
    await insertDraft(transaction, { textId, stage: 'draft', source, baseNumber: 0, ...heading, by, at });
  });
  return { textId };
}
