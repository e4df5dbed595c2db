import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { changeDraft, type DraftStage, findDraft } from '#store/drafts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

export interface DraftVersion {
  readonly textId: TextId;
  readonly version: number;
}

/** Offers a draft for publication. */
export function proposeDraft(context: Context, draft: DraftVersion): Promise<{ readonly version: number }> {
  authorise(context, 'text.propose');
  return moveDraft(context, { ...draft, from: 'draft', to: 'proposed' });
}

/** Takes an offer back, or gives it back to its editor. */
export function returnDraft(context: Context, draft: DraftVersion): Promise<{ readonly version: number }> {
  authorise(context, 'text.propose');
  return moveDraft(context, { ...draft, from: 'proposed', to: 'draft' });
}

async function moveDraft(
  context: Context,
  { textId, version, from, to }: DraftVersion & { readonly from: DraftStage; readonly to: DraftStage },
): Promise<{ readonly version: number }> {
  await context.store.write(async (transaction) => {
    const draft = await findDraft(transaction, textId);
    if (!draft) throw new Refusal('not-found');
    if (draft.stage !== from) throw new Refusal('stale');
    const isMoved = await changeDraft(transaction, {
      textId,
      version,
      stage: to,
      by: accountOf(context.actor),
      at: moment(context),
    });
    if (!isMoved) throw new Refusal('stale');
  });
  return { version: version + 1 };
}
