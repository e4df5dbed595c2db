// What a contribution is about: named in an address or a form by people, found here once.
import type { Validated } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { findShownContribution, type ShownContribution } from '#operations/reads/forum.ts';
import { type Article, findPassage } from '#operations/reads/published.ts';
import type { Passage } from '../../views/forum/page.ts';
import { findParagraph } from '../text/paragraph-number.ts';

/** By the number in the margin or the id an address has; null for neither. */
export async function findPassageAsked(
  context: Context,
  { article, asked }: { readonly article: Article; readonly asked: string },
): Promise<Passage | null> {
  const wanted = asked.trim();
  if (wanted === '') return null;
  const numbered = findParagraph(article.bodyHtml, wanted);
  const id = numbered?.id ?? wanted;
  const passage = await findPassage(context, { slug: article.slug, id });
  return passage && { id, paragraph: numbered?.number ?? null, ...passage };
}

/** Null when nothing of that id is shown under this text, whatever the reason. */
export async function findParent(
  context: Context,
  { textId, id }: { readonly textId: TextId; readonly id: string },
): Promise<Validated<ShownContribution> | null> {
  return id === '' ? null : findShownContribution(context, { textId, id });
}
