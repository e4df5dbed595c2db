import type { TextId } from '#domain/text.ts';
import { listDueTexts, writeTextWords } from '#store/library-words.ts';
import { findRevision } from '#store/revisions.ts';
import { findText } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { work } from './work.ts';

const MOST_AT_ONCE = 100;
/** Of its turn (`jobs.ts`): short enough not to hold up an end, long enough that an import of many texts is counted within the hour. */
const TURN_MS = 1500;

/** Counts the words of texts published, revised or withdrawn since they were last counted, until none is left or its time is up. A job; returns how many it counted. */
export async function countLibraryWords(context: Context): Promise<number> {
  authorise(context, 'jobs.run');
  const until = context.clock.now().getTime() + TURN_MS;
  let counted = 0;
  for (;;) {
    const due = await listDueTexts(context.store.reader, MOST_AT_ONCE);
    for (const textId of due) {
      await countText(context, textId);
      counted++;
      if (context.clock.now().getTime() >= until) return counted;
    }
    if (due.length < MOST_AT_ONCE) return counted;
  }
}

/** What changed while it was read is left due. */
async function countText(context: Context, textId: TextId): Promise<void> {
  const { store } = context;
  const text = await findText(store.reader, textId);
  const isPublic = text !== null && text.number > 0 && !text.withdrawal;
  const revision = isPublic ? await findRevision(store.reader, { textId, number: text.number }) : null;
  const words = revision ? await work(context, 'vocabulary', { source: revision.source }) : null;
  await store.write(async (transaction) => {
    const now = await findText(transaction, textId);
    if (now?.number !== text?.number || (now?.withdrawal === null) !== (text?.withdrawal === null)) return;
    // A text too much for its thread has no words to count.
    await writeTextWords(transaction, { textId, words: words?.ok ? words.value : [] });
  });
}
