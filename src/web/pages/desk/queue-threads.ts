import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { type ForumThread, readThread } from '#operations/reads/forum.ts';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Visit } from '#web/http/route.ts';

/** By what is answered. */
export type Threads = ReadonlyMap<ContributionId, ForumThread>;

/** What readers see around the contributions that are answered: those below which something stands. */
export async function threadsOf(visit: Visit, items: readonly QueueItem[]): Promise<Threads> {
  const answered = new Map(
    items.flatMap(({ parent, text, thread }) => (parent && thread > 1 ? [[parent.id, text.id]] : [])),
  );
  const read = [...answered].map(async ([id, textId]) => {
    const found = await readThread(visit.context, { textId, id }).catch(hidden);
    return [id, found?.thread ?? []] as const;
  });
  return new Map(await Promise.all(read));
}

/** The text was withdrawn: readers see nothing of its forum. */
function hidden(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
