import type { ForumMode } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Slug } from '#domain/text.ts';
import { findForumMode } from '#store/forum-modes.ts';
import type { Store } from '#store/store.ts';
import { findTextBySlug, type StoredText } from '#store/texts.ts';

export interface OpenForum {
  readonly text: StoredText & { readonly slug: Slug };
  readonly mode: Exclude<ForumMode, 'closed'>;
}

/** The text whose forum something is sent to; refused where there is none to be read, or its forum is closed. */
export async function findOpenForum(db: Store['reader'], { slug }: { readonly slug: string }): Promise<OpenForum> {
  const text = await findTextBySlug(db, slug);
  if (!text || text.slug !== slug || text.number === 0 || text.withdrawal) throw new Refusal('not-found');
  const mode = await findForumMode(db, text.id);
  if (mode === 'closed') throw new Refusal('forum-closed');
  return { text: { ...text, slug: text.slug }, mode };
}
