import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { insertChange } from '#store/draft-changes.ts';
import { findDraft } from '#store/drafts.ts';
import { decideStoredMisprint, findMisprint, type StoredMisprint } from '#store/misprints.ts';
import { findRevisionIds } from '#store/revisions.ts';
import type { Store } from '#store/store.ts';
import { escapeText } from '#text/escape-text.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { changeSource, type SourceChange } from './draft-change.ts';
import { moment } from './moment.ts';
import { startRevision } from './revision-start.ts';
import { work } from './work.ts';

export interface MisprintDecision {
  readonly id: string;
  /** by-hand: the editor puts it right in the draft, or has done so. */
  readonly decision: 'accept' | 'by-hand' | 'refuse';
}

/** Accepting puts the correction into the draft of the next revision, begun if need be; publishing stays a decision of its own. */
export async function decideMisprint(context: Context, { id, decision }: MisprintDecision): Promise<Result<null>> {
  authorise(context, 'misprint.decide');
  const misprint = await findMisprint(context.store.reader, id);
  if (!misprint) throw new Refusal('not-found');
  if (misprint.state !== 'waiting') throw new Refusal('stale');
  if (decision === 'by-hand') await startRevision(context, misprint);
  const change = decision === 'accept' ? await changeFor(context, misprint) : done(null);
  if (!change.ok) return change;
  const state = decision === 'refuse' ? 'refused' : 'accepted';
  await context.store.write(async (transaction) => {
    const decided = { id, state, by: accountOf(context.actor), at: moment(context) } as const;
    if (!(await decideStoredMisprint(transaction, decided))) throw new Refusal('stale');
    if (change.value) await changeSource(context, transaction, change.value);
    else if (decision === 'by-hand') await rememberByHand(context, transaction, misprint);
  });
  return done(null);
}

/** Nothing is changed here, but the reason of the next revision thanks the reader all the same. */
async function rememberByHand(context: Context, transaction: Store['reader'], misprint: StoredMisprint): Promise<void> {
  const draft = await findDraft(transaction, misprint.textId);
  if (!draft) return;
  const { textId, version, baseNumber } = draft;
  const { words, instead, name } = misprint;
  await insertChange(transaction, {
    id: misprint.id,
    textId,
    baseNumber,
    version,
    rule: 'misprint',
    words,
    instead,
    places: [],
    credit: name,
    by: accountOf(context.actor),
    at: moment(context),
  });
}

async function changeFor(context: Context, misprint: StoredMisprint): Promise<Result<SourceChange>> {
  const { id, textId, number, blockId, words, instead, name } = misprint;
  const { reader } = context.store;
  await startRevision(context, { textId });
  const draft = await findDraft(reader, textId);
  if (draft?.stage !== 'draft') return mistaken(null, 'mistake.misprint-proposed');
  const { blocks } = await findRevisionIds(reader, { textId, number });
  const paragraph = blocks.find((block) => block.id === blockId)?.text ?? null;
  const place = await work(context, 'locate', { source: draft.source, paragraph, words });
  if (!place.ok) return place;
  if (place.value === null) return mistaken(null, 'mistake.misprint-place');
  return done({
    draft,
    rule: 'misprint',
    words: draft.source.slice(place.value.start, place.value.end),
    instead: escapeText(instead, PLAIN),
    spans: [place.value],
    credit: name,
    id,
  });
}

/** Typed by a stranger: whatever it holds, it is text. */
const PLAIN = {
  inCell: true,
  inLabel: true,
  lineStart: true,
  afterBracket: true,
  afterOpening: true,
  beforeLink: true,
  beforeDirective: true,
};
