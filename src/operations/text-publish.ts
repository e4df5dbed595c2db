import { Refusal } from '#domain/refusal.ts';
import { done, type Mistake, mistaken, type Result } from '#domain/result.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { deleteStoredDraft, findDraft, type StoredDraft } from '#store/drafts.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findText, type StoredText } from '#store/texts.ts';
import { dropReading } from '#store/uploads.ts';
import type { Prepared } from '#workers/tasks.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { storePublication } from './publication.ts';
import { chooseSlug } from './slug-choice.ts';
import { work } from './work.ts';

export interface TextPublish {
  readonly textId: TextId;
  /** The version of the draft that was read: another is not published in its place. */
  readonly version: number;
  /** For the first revision, and later to rename; made from the title otherwise. */
  readonly slug?: string;
  /** Why this revision was made; needed from the second on. */
  readonly reason?: string;
}

const LONGEST_REASON = 1000;

/** Makes exactly the draft that was read the next revision. Prepared before the transaction, checked again inside it. */
export async function publishText(
  context: Context,
  { textId, version, slug, reason }: TextPublish,
): Promise<Result<{ readonly slug: Slug; readonly number: number }>> {
  authorise(context, 'text.publish');
  const { store, settings } = context;
  const text = await findText(store.reader, textId);
  const draft = await findDraft(store.reader, textId);
  if (!text || !draft) throw new Refusal('not-found');
  if (draft.version !== version) throw new Refusal('stale');
  const hindered = beforehand({ text, draft, reason: reason?.trim() ?? '' });
  if (hindered.length > 0) return { ok: false, mistakes: hindered };
  const previous = await findRevisionIds(store.reader, { textId, number: text.number });
  const { source } = draft;
  const prepared = await work(context, 'prepare', {
    source,
    previousBlocks: previous.blocks,
    previousNotes: previous.notes,
    language: settings.siteLanguage,
  });
  if (!prepared.ok) return prepared;
  const missing = missingFrom(prepared.value);
  if (missing.length > 0) return { ok: false, mistakes: missing };
  return store
    .write(async (transaction) => {
      if (!(await deleteStoredDraft(transaction, { textId, version }))) throw new Refusal('stale');
      const current = await findText(transaction, textId);
      if (!current || current.number !== text.number || current.withdrawal) throw new Refusal('stale');
      const title = prepared.value.metadata.title ?? '';
      const chosen =
        current.slug !== null && !slug
          ? done(current.slug)
          : await chooseSlug(context, transaction, { textId, title, wanted: slug });
      if (!chosen.ok) throw new Undone(chosen.mistakes);
      const stated = current.number === 0 ? null : (reason?.trim() ?? null);
      const { number } = await storePublication(context, transaction, {
        text: current,
        slug: chosen.value,
        source,
        prepared: prepared.value,
        reason: stated,
      });
      await dropReading(transaction, textId);
      return done({ slug: chosen.value, number });
    })
    .catch(mistakesOf);
}

/** Ends the transaction without a change when a mistake is found inside it. */
class Undone extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super('undone');
    this.mistakes = mistakes;
  }
}

function mistakesOf(error: unknown): { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  if (error instanceof Undone) return { ok: false, mistakes: error.mistakes };
  throw error;
}

/** What can be said before the text is prepared. */
function beforehand({
  text,
  draft,
  reason,
}: {
  readonly text: StoredText;
  readonly draft: StoredDraft;
  readonly reason: string;
}): readonly Mistake[] {
  if (text.withdrawal) return mistaken(null, 'mistake.text-withdrawn').mistakes;
  if (draft.stage === 'reading') return mistaken(null, 'mistake.reading-unconfirmed').mistakes;
  if (text.number > 0 && reason === '') return mistaken('reason', 'mistake.reason-missing').mistakes;
  if (reason.length > LONGEST_REASON)
    return mistaken('reason', 'mistake.reason-long', { count: LONGEST_REASON }).mistakes;
  return [];
}

export function missingFrom({ metadata, blocks }: Prepared): readonly Mistake[] {
  return [
    ...(metadata.title?.trim() ? [] : mistaken('title', 'mistake.title-missing').mistakes),
    ...(blocks.length > 0 ? [] : mistaken('source', 'mistake.text-empty').mistakes),
  ];
}
