import type { TextEntry } from '#domain/entry.ts';
import type { Context } from '../context.ts';
import { type By, listTexts } from './library.ts';

/** New texts and new revisions of old ones, the latest first. */
export async function latestPublications(
  context: Context,
  { by, limit }: { readonly by: By; readonly limit: number },
): Promise<readonly TextEntry[]> {
  const { items } = await listTexts(context, { by, order: 'changed', page: 1, pageSize: limit });
  return items;
}
