// Which of our texts a page of another site is.
import { isSlug, slugFrom } from '#domain/slug.ts';
import type { TextId } from '#domain/text.ts';
import type { ImportedText } from '#formats/forum/imported.ts';
import { findTextsByTitle } from '#store/forum-export-list.ts';
import { findText, findTextBySlug, type StoredText } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface ForumText {
  readonly textId: TextId;
  readonly number: number;
}

/**
 * By what the map says, else by its slug, the last part of its address, its title; null where none of them leads to one published
 * text. `map` has our slugs by anything the other site calls the page: its id, slug, address or title.
 */
export async function findForumText(
  context: Context,
  { names, map }: { readonly names: readonly ImportedText[]; readonly map: ReadonlyMap<string, string> },
): Promise<ForumText | null> {
  authorise(context, 'forum.import');
  const { reader } = context.store;
  const values = (field: 'foreignId' | 'slug' | 'url' | 'title') => names.flatMap((one) => one[field] ?? []);
  const mapped = [...values('foreignId'), ...values('slug'), ...values('url'), ...values('title')].flatMap(
    (name) => map.get(name) ?? [],
  );
  const slugs = mapped.length > 0 ? mapped : [...values('slug'), ...values('url').flatMap(lastParts)];
  for (const slug of slugs) {
    const text = isSlug(slug) ? await findTextBySlug(reader, slug) : null;
    if (text && text.number > 0) return placeOf(text);
  }
  if (mapped.length > 0) return null;
  for (const title of values('title')) {
    const bySlug = await findTextBySlug(reader, slugFrom(title));
    const byTitle = await findTextsByTitle(reader, title);
    const [only] = byTitle;
    if (byTitle.length === 1 && only) return placeOf((await findText(reader, only))!);
    if (byTitle.length === 0 && bySlug && bySlug.number > 0) return placeOf(bySlug);
  }
  return null;
}

const placeOf = ({ id, number }: StoredText): ForumText => ({ textId: id, number });

/** `https://old.example/essays/On_Salt.html?x=1` may be `on-salt`. */
function lastParts(url: string): readonly string[] {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const parts = path.split('/').filter((part) => part !== '');
  // Nobody calls a page `index`: the folder it stands in is its name.
  const last = parts.findLast((part, at) => at === 0 || !/^(?:index|default)\.\w+$/i.test(part)) ?? '';
  const name = last.replace(/\.(?:x?html?|php\d?|aspx?)$/i, '');
  return [...new Set([name, slugFrom(name)])].filter((part) => part !== '');
}
