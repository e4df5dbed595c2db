import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { findRevision } from '#store/revisions.ts';
import { findText, updateWithdrawal } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { showPublication } from './publication.ts';
import { appendPublication } from './record-adopt.ts';
import { work } from './work.ts';

/** Shows a withdrawn text again, as it was: its revisions never went. */
export async function restoreText(context: Context, { textId }: { readonly textId: TextId }): Promise<Result<null>> {
  authorise(context, 'text.withdraw');
  const { store, settings } = context;
  const text = await findText(store.reader, textId);
  const revision = text && (await findRevision(store.reader, { textId, number: text.number }));
  if (!text?.slug || !revision) throw new Refusal('not-found');
  if (!text.withdrawal) throw new Refusal('stale');
  // Search reads in sentence case, which is not kept: it follows from the source.
  const { source, blocks, notes } = revision;
  const prepared = await work(context, 'prepare', {
    source,
    previousBlocks: blocks,
    previousNotes: notes,
    language: settings.siteLanguage,
  });
  if (!prepared.ok) return prepared;
  await store.write(async (transaction) => {
    const current = await findText(transaction, textId);
    if (!current?.slug || !current.withdrawal) throw new Refusal('stale');
    // Shown again is published again: the same revision, the same manifest, now.
    await appendPublication(context, transaction, { textId, number: current.number, publishedAt: moment(context) });
    await updateWithdrawal(transaction, { id: textId, withdrawal: null });
    const { row, slug } = current;
    const firstPublishedAt = current.firstPublishedAt ?? revision.publishedAt;
    await showPublication(transaction, {
      row,
      slug,
      revision,
      searchText: prepared.value.searchText,
      firstPublishedAt,
    });
  });
  return done(null);
}
