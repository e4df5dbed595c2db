import type { TextId } from '#domain/text.ts';
import { listStoredRemarks } from '#store/editor-remarks.ts';
import { renderContribution } from '#text/render-contribution.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface Remark {
  readonly id: number;
  /** As the account was called then. */
  readonly name: string;
  readonly html: string;
  readonly at: string;
}

const MOST_SHOWN = 500;

/** Oldest first. */
export async function listRemarks(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<readonly Remark[]> {
  authorise(context, 'forum.remark');
  const remarks = await listStoredRemarks(context.store.reader, { textId, limit: MOST_SHOWN });
  return remarks.map(({ body, ...remark }) => ({ ...remark, html: renderContribution(body) }));
}
