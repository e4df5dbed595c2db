import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { insertRemark } from '#store/editor-remarks.ts';
import { findText } from '#store/texts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

const LONGEST_REMARK = 5000;

/** Said among editors about a text; no public page ever asks for it. */
export async function addRemark(
  context: Context,
  { textId, body }: { readonly textId: TextId; readonly body: string },
): Promise<Result<null>> {
  authorise(context, 'forum.remark');
  const words = body.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (words === '') return mistaken('body', 'mistake.remark-missing');
  if (words.length > LONGEST_REMARK) return mistaken('body', 'mistake.remark-long', { count: LONGEST_REMARK });
  const { actor, settings } = context;
  const name = actor.kind === 'account' ? actor.name : settings.siteName;
  await context.store.write(async (transaction) => {
    if (!(await findText(transaction, textId))) throw new Refusal('not-found');
    const remark = { textId, accountId: accountOf(actor), name, body: words, at: moment(context) };
    await insertRemark(transaction, remark);
  });
  return done(null);
}
