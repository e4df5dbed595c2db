import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { changeDraft, findDraft } from '#store/drafts.ts';
import { findText } from '#store/texts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { draftHeading } from './draft-heading.ts';
import { moment } from './moment.ts';

export interface DraftSave {
  readonly textId: TextId;
  /** The version the editor began from. */
  readonly version: number;
  readonly source: string;
}

export type DraftSaved =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody saved in between: nothing was changed, and theirs is given so that the two can be brought together. */
  | {
      readonly kind: 'stale';
      readonly theirs: {
        readonly version: number;
        readonly source: string;
        readonly by: string | null;
        readonly at: string;
      };
    }
  /** Published or deleted in between; the number of the current revision, 0 when there is none. */
  | { readonly kind: 'gone'; readonly number: number };

export async function saveDraft(context: Context, { textId, version, source }: DraftSave): Promise<DraftSaved> {
  authorise(context, 'text.edit');
  const content = { source, ...draftHeading(source) };
  return context.store.write(async (transaction) => {
    const draft = await findDraft(transaction, textId);
    if (!draft) return { kind: 'gone', number: (await findText(transaction, textId))?.number ?? 0 };
    if (draft.version !== version) {
      const theirs = { version: draft.version, source: draft.source, by: draft.updatedBy, at: draft.updatedAt };
      return { kind: 'stale', theirs };
    }
    // Guesses come first: a source edited beside them would be lost when the file is read again.
    if (draft.stage === 'reading') throw new Refusal('stale');
    if (draft.source === source) return { kind: 'saved', version };
    await changeDraft(transaction, { textId, version, content, by: accountOf(context.actor), at: moment(context) });
    return { kind: 'saved', version: version + 1 };
  });
}
