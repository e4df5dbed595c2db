import { done, mistaken, type Result } from '#domain/result.ts';
import { isReservedSlug, isSlug, LONGEST_SLUG, slugFrom } from '#domain/slug.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { findSlugOwner } from '#store/slugs.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';

interface Choice {
  readonly textId: TextId;
  readonly title: string;
  /** As a person wrote it; one of the text's own title otherwise. */
  readonly wanted: string | undefined;
}

/** A chosen slug that is taken is a mistake to be shown; one made from the title gives way. */
export async function chooseSlug(
  context: Context,
  transaction: Store['reader'],
  { textId, title, wanted }: Choice,
): Promise<Result<Slug>> {
  if (wanted !== undefined && wanted !== '') return checkSlug(transaction, { textId, wanted });
  const plain = slugFrom(title) || 'untitled';
  for (const slug of candidates(context, plain)) {
    const owner = await findSlugOwner(transaction, slug);
    if (!isReservedSlug(slug) && (owner === null || owner === textId)) return done(slug);
  }
  throw new Error(`no free slug for ${plain}`);
}

export async function checkSlug(
  transaction: Store['reader'],
  { textId, wanted }: Pick<Choice, 'textId'> & { readonly wanted: string },
): Promise<Result<Slug>> {
  if (!isSlug(wanted))
    return mistaken('slug', 'mistake.slug-form', { suggestion: slugFrom(wanted), count: LONGEST_SLUG });
  if (isReservedSlug(wanted)) return mistaken('slug', 'mistake.slug-reserved', { slug: wanted });
  const owner = await findSlugOwner(transaction, wanted);
  return owner === null || owner === textId ? done(wanted) : mistaken('slug', 'mistake.slug-taken', { slug: wanted });
}

const LAST_COUNTED = 9;

/** the-lamp, the-lamp-2 … the-lamp-9, then the-lamp-3f9c21: a thousand texts of one title stay quick. */
function* candidates({ random }: Context, plain: string): Generator<Slug> {
  yield plain as Slug;
  for (let number = 2; number <= LAST_COUNTED; number++) yield ended(plain, String(number));
  for (let tries = 0; tries < 20; tries++) yield ended(plain, Buffer.from(random.bytes(4)).toString('hex'));
}

function ended(plain: string, ending: string): Slug {
  return `${plain.slice(0, LONGEST_SLUG - ending.length - 1).replace(/-$/, '')}-${ending}` as Slug;
}
