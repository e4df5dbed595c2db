// Every contribution that is kept, with its revisions and decisions: what a site takes with it. Never a secret, never who decided.

import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import type { ImportedState } from '#formats/forum/imported.ts';
import { FORUM_LINE_VERSION, type ForumLine } from '#formats/forum/jsonl/line.ts';
import { listContributionRevisions } from '#store/contribution-revisions.ts';
import type { StoredContribution } from '#store/contributions.ts';
import { listDecisions } from '#store/decisions.ts';
import { countContributions, listContributionsToExport } from '#store/forum-export-list.ts';
import { findTextBySlug } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

const A_PAGE = 200;

export interface ForumExportOrder {
  /** Of the one text wanted; null for all. */
  readonly slug: string | null;
  /** E-mail addresses stay here unless they are asked for. */
  readonly withAddresses: boolean;
}

/** In the order received, a page of them at a time. */
export async function* exportContributions(
  context: Context,
  { slug, withAddresses }: ForumExportOrder,
): AsyncGenerator<readonly ForumLine[]> {
  authorise(context, 'forum.export');
  const textId = await textOf(context, slug);
  for (let after = 0; ; ) {
    const page = await listContributionsToExport(context.store.reader, { textId, after, limit: A_PAGE });
    const last = page.at(-1);
    if (!last) return;
    after = last.contribution.row;
    yield await Promise.all(
      page.map(({ contribution, ...text }) => lineOf(context, { contribution, ...text, withAddresses })),
    );
  }
}

export async function countExport(context: Context, { slug }: Pick<ForumExportOrder, 'slug'>): Promise<number> {
  authorise(context, 'forum.export');
  return countContributions(context.store.reader, await textOf(context, slug));
}

async function textOf(context: Context, slug: string | null): Promise<TextId | null> {
  if (slug === null) return null;
  const text = await findTextBySlug(context.store.reader, slug);
  if (!text) throw new Refusal('not-found');
  return text.id;
}

interface Exporting {
  readonly contribution: StoredContribution;
  readonly slug: string;
  readonly title: string | null;
  readonly withAddresses: boolean;
}

async function lineOf({ store }: Context, { contribution, slug, title, withAddresses }: Exporting): Promise<ForumLine> {
  const { id, parentId, blockId, quote, state, receivedAt, email } = contribution;
  const revisions = await listContributionRevisions(store.reader, id);
  const decisions = await listDecisions(store.reader, id);
  return {
    stetForum: FORUM_LINE_VERSION,
    id,
    text: slug,
    title,
    parent: parentId,
    block: blockId,
    quote,
    state: state as ImportedState,
    receivedAt,
    ...(withAddresses && email !== null && { email }),
    revisions,
    decisions: decisions.flatMap(({ decision, ...decided }) =>
      decision === 'erase' ? [] : [{ ...decided, decision }],
    ),
  };
}
