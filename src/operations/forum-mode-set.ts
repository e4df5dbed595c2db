import type { ForumMode, ModeScope } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { writeSiteMode, writeTextMode } from '#store/forum-modes.ts';
import { raiseGeneration } from '#store/site.ts';
import { findText } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';

/** Null: the text follows the site. What was sent before stays as it is. */
export async function setForumMode(
  context: Context,
  { textId, mode }: { readonly textId: TextId; readonly mode: ForumMode | null },
): Promise<void> {
  authorise(context, 'forum.manage');
  await context.store.write(async (transaction) => {
    if (!(await findText(transaction, textId))) throw new Refusal('not-found');
    await writeTextMode(transaction, { textId, mode });
    await raiseGeneration(transaction);
  });
}

/** The mode of texts to come; of those there are, as far as the scope reaches. */
export async function setSiteMode(
  context: Context,
  { mode, scope }: { readonly mode: ForumMode; readonly scope: ModeScope },
): Promise<void> {
  authorise(context, 'forum.manage');
  await context.store.write(async (transaction) => {
    await writeSiteMode(transaction, { mode, scope });
    await raiseGeneration(transaction);
  });
}
