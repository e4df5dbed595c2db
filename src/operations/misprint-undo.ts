import { Refusal } from '#domain/refusal.ts';
import { forgetChange, listChanges } from '#store/draft-changes.ts';
import { deleteStoredDraft, findDraft } from '#store/drafts.ts';
import { findMisprint, reopenMisprint, type StoredMisprint } from '#store/misprints.ts';
import { findRevision } from '#store/revisions.ts';
import type { Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { takeBackChange } from './draft-change.ts';

/**
 * What was decided waits again, and the draft is what it was before. False where that cannot be: the draft was changed since, or
 * published.
 */
export async function undoMisprint(context: Context, { id }: { readonly id: string }): Promise<boolean> {
  authorise(context, 'misprint.decide');
  return context.store.write(async (transaction) => {
    const misprint = await findMisprint(transaction, id);
    if (!misprint) throw new Refusal('not-found');
    if (misprint.state === 'waiting') return false;
    if (misprint.state === 'accepted' && !(await takeBack(context, transaction, misprint))) return false;
    return reopenMisprint(transaction, misprint);
  });
}

async function takeBack(
  context: Context,
  transaction: Store['reader'],
  { id, textId }: StoredMisprint,
): Promise<boolean> {
  const draft = await findDraft(transaction, textId);
  const changes = draft ? await listChanges(transaction, draft) : [];
  const change = changes.find((one) => one.id === id);
  if (draft?.stage !== 'draft' || !change) return false;
  if (change.places.length > 0 && change.version !== draft.version) return false;
  // Put right by hand, the hand's work stays; only the thanks go.
  const isByHand = change.places.length === 0;
  if (isByHand) await forgetChange(transaction, id);
  const source = isByHand ? draft.source : await takeBackChange(context, transaction, { draft, change });
  if (changes.length > 1 || draft.version > (isByHand ? 1 : 2)) return true;
  // Begun by the decision, and nobody did anything else in it.
  const base = await findRevision(transaction, { textId, number: draft.baseNumber });
  const version = isByHand ? draft.version : draft.version + 1;
  if (base?.source === source) await deleteStoredDraft(transaction, { textId, version });
  return true;
}
