import { Refusal } from '#domain/refusal.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { resolveSlug } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { siteOf } from '../../views/site.ts';
import { withdrawnPage } from '../../views/withdrawn.ts';

type Found =
  | { readonly kind: 'text'; readonly textId: TextId; readonly slug: Slug }
  | { readonly kind: 'elsewhere'; readonly answer: Answer };

/** The text an address names; or the answer when it moved or was withdrawn. An address that never was is not found. */
export async function findText(visit: Visit): Promise<Found> {
  const { context, params, url } = visit;
  const slug = params.slug ?? '';
  const found = await resolveSlug(context, { slug });
  if (found === null) throw new Refusal('not-found');
  if (found.kind === 'current') return { kind: 'text', textId: found.textId, slug: found.slug };
  if (found.kind === 'withdrawn') {
    const html = withdrawnPage({ site: siteOf(visit), ...found });
    return { kind: 'elsewhere', answer: { kind: 'html', shared: true, status: 410, html } };
  }
  const rest = url.pathname.slice(1 + slug.length) + url.search;
  return { kind: 'elsewhere', answer: { kind: 'redirect', to: `/${found.to}${rest}`, status: 301 } };
}

/** A revision's number as an address writes it: no sign, no zero in front. */
export function revisionNumber(written: string | undefined): number {
  if (written === undefined || !/^[1-9]\d{0,6}$/.test(written)) throw new Refusal('not-found');
  return Number(written);
}
