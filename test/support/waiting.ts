// Contributions that wait, without a form: for tests of what is decided about them.
import { sql } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { receiveContribution, receiveRevision } from '#operations/contribution-receive.ts';
import { startDraft } from '#operations/draft-start.ts';
import { moment } from '#operations/moment.ts';
import { publishText } from '#operations/text-publish.ts';
import { changeContribution, findContribution } from '#store/contributions.ts';

export interface Waiting {
  readonly id: ContributionId;
  readonly hash: string;
}

interface Typed {
  readonly textId: TextId;
  readonly name?: string;
  readonly body?: string;
  readonly parentId?: ContributionId;
  readonly blockId?: BlockId;
  readonly sender?: string;
  readonly group?: string;
  readonly score?: number;
  readonly lane?: 'main' | 'spam';
  /** Confirmed, and wanting mail, unless said otherwise. */
  readonly email?: string;
  readonly isConfirmed?: boolean;
  readonly notify?: boolean;
}

export async function publishedText(context: Context, title: string): Promise<TextId> {
  const { textId } = await startDraft(context, { source: `---\ntitle: ${title}\n---\n\nIt burned all night.\n` });
  const published = await publishText(context, { textId, version: 1 });
  if (!published.ok) throw new Error(JSON.stringify(published.mistakes));
  return textId;
}

/** As if a visitor had sent it just now. */
export function waitingContribution(context: Context, typed: Typed): Promise<Waiting> {
  const { textId, name = 'Nadia', body = 'I was there.', email = null, lane = 'main' } = typed;
  return context.store.write(async (transaction) => {
    const { id, hash } = await receiveContribution(context, transaction, {
      place: { textId, number: 1, blockId: typed.blockId ?? null, quote: null, parentId: typed.parentId ?? null },
      words: { name, subject: null, body },
      assessed: { score: typed.score ?? 0.2, lane, groupKey: typed.group ?? null, signals: '[]' },
      lane,
      sender: typed.sender ?? null,
      email,
      notify: typed.notify ?? email !== null,
      receiptHash: null,
      ticketHash: null,
    });
    if (email && typed.isConfirmed !== false)
      await changeContribution(transaction, { id, emailConfirmedAt: moment(context) });
    return { id, hash };
  });
}

/** As if its sender had changed the words: a new revision that waits again. */
export function editedContribution(
  context: Context,
  { id, body }: { readonly id: ContributionId; readonly body: string },
): Promise<Waiting> {
  return context.store.write(async (transaction) => {
    const contribution = (await findContribution(transaction, { id }))!;
    await receiveRevision(context, transaction, {
      contribution,
      words: { name: 'Nadia', subject: null, body },
      assessed: { score: 0.2, lane: 'main', groupKey: null, signals: '[]' },
      lane: 'main',
    });
    const { rows } = await sql<{ hash: string }>`select hash from contribution_revision
      where contribution_id = ${id} order by revision desc limit 1`.execute(transaction);
    return { id, hash: rows[0]!.hash };
  });
}
