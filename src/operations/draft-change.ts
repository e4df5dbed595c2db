// A correction put into a draft, remembered as the reason of the revision it becomes; and taken back.
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { type DraftChange, deleteChange, insertChange, listChanges } from '#store/draft-changes.ts';
import { changeDraft, findDraft, type StoredDraft } from '#store/drafts.ts';
import { reopenMisprint } from '#store/misprints.ts';
import { deleteStetAnswer } from '#store/stet-answers.ts';
import type { Store } from '#store/store.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { draftHeading } from './draft-heading.ts';
import { putInPlaces, type Span } from './finding-place.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';

export interface SourceChange {
  readonly draft: StoredDraft;
  readonly rule: string;
  readonly words: string;
  readonly instead: string;
  /** Ascending, apart. */
  readonly spans: readonly Span[];
  readonly credit: string | null;
  /** Of the misprint it answers; else it gets an id of its own. */
  readonly id?: string;
}

/** Changes the draft as it was read, inside a transaction under way; another's save in between is never overwritten. */
export async function changeSource(
  context: Context,
  transaction: Store['reader'],
  { draft, rule, words, instead, spans, credit, id = newId<string>(context) }: SourceChange,
): Promise<void> {
  const { textId, version, baseNumber } = draft;
  const [by, at] = [accountOf(context.actor), moment(context)];
  const { source, places } = putInPlaces(draft.source, { spans, instead });
  const content = { source, ...draftHeading(source) };
  if (!(await changeDraft(transaction, { textId, version, content, by, at }))) throw new Refusal('stale');
  await insertChange(transaction, {
    id,
    textId,
    baseNumber,
    version: version + 1,
    rule,
    words,
    instead,
    places,
    credit,
    by,
    at,
  });
}

export interface AnswerUndo {
  readonly textId: TextId;
  readonly version: number;
  /** Of a stet or of a change. */
  readonly id: string;
}

/** A stet is taken back at any time; a change only while nothing came after it, so that the source is then what it was. */
export async function undoAnswer(context: Context, { textId, version, id }: AnswerUndo): Promise<void> {
  authorise(context, 'text.edit');
  await context.store.write(async (transaction) => {
    const draft = await findDraft(transaction, textId);
    if (draft?.version !== version || draft.stage !== 'draft') throw new Refusal('stale');
    const change = (await listChanges(transaction, draft)).find((one) => one.id === id);
    if (!change) return deleteStetAnswer(transaction, { textId, id });
    if (change.version !== version) throw new Refusal('stale');
    // A correction a reader asked for waits again.
    await reopenMisprint(transaction, { id, state: 'accepted' });
    await takeBackChange(context, transaction, { draft, change });
  });
}

/** The newest change: the source is then what it was before. Gives that source. */
export async function takeBackChange(
  context: Context,
  transaction: Store['reader'],
  { draft, change }: { readonly draft: StoredDraft; readonly change: DraftChange },
): Promise<string> {
  const { textId, version } = draft;
  const [by, at] = [accountOf(context.actor), moment(context)];
  const spans = change.places.map((start) => ({ start, end: start + change.instead.length }));
  const { source } = putInPlaces(draft.source, { spans, instead: change.words });
  const content = { source, ...draftHeading(source) };
  await changeDraft(transaction, { textId, version, content, by, at });
  await deleteChange(transaction, { ...draft, id: change.id, version, next: version + 1 });
  return source;
}
