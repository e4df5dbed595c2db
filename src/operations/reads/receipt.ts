// What a contributor sees with the private link, of one contribution and of nothing else.
import {
  type ContributionId,
  type ContributionState,
  type Decision,
  payloadOf,
  type Words,
} from '#domain/contribution.ts';
import type { Slug } from '#domain/text.ts';
import { findContributionKey } from '#store/contribution-keys.ts';
import { listContributionRevisions, type StoredContributionRevision } from '#store/contribution-revisions.ts';
import { findContribution, type StoredContribution } from '#store/contributions.ts';
import { listDecisions, type StoredDecision } from '#store/decisions.ts';
import { listLogs } from '#store/leaves.ts';
import { findRevisionPage } from '#store/revisions.ts';
import { findShown } from '#store/shown-contributions.ts';
import { findText, type StoredText } from '#store/texts.ts';
import { renderContribution } from '#text/render-contribution.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { mayEdit } from '../contribution-edit.ts';
import { knownGrounds } from '../known-grounds.ts';
import { hashToken } from '../secret.ts';
import { findPlacesNowIn } from './quoted-places.ts';

export interface Receipt {
  readonly id: ContributionId;
  readonly state: ContributionState;
  /** Waits for its mailbox to answer before anybody reads it. */
  readonly isUnconfirmed: boolean;
  readonly text: { readonly slug: Slug | null; readonly title: string | null; readonly language: string | null };
  /** The newest; words are null once it was erased. */
  readonly revision: number;
  readonly words: Words;
  /** The words of the text it is about, and the way to them: in the current revision, or as they were read where that has them no more. */
  readonly quote: string | null;
  readonly passage: string | null;
  readonly html: string;
  /** What an edit of it names. */
  readonly hash: string;
  /** What everybody sees of it just now. */
  readonly shownWords: Words | null;
  readonly shownHtml: string | null;
  /** Of its last refusal or withdrawal. */
  readonly reason: { readonly ground: string; readonly text: string } | null;
  readonly history: readonly Happened[];
  /** Proof that it was received: where its commitment stands in the record, and the key that opens it, in hex. */
  readonly leaf: { readonly origin: string; readonly index: number; readonly key: string } | null;
  readonly email: { readonly given: string; readonly confirmed: boolean } | null;
  readonly notify: boolean;
  readonly receivedAt: string;
  readonly permalink: string | null;
  readonly mayEdit: boolean;
}

export interface Happened {
  readonly at: string;
  readonly what: 'edit' | Decision;
  readonly ground: string | null;
  readonly reason: string | null;
}

const NO_WORDS: Words = { name: '', subject: null, body: '' };

/** Null for a link that opens nothing. */
export async function readReceipt(
  context: Context,
  { receipt }: { readonly receipt: string },
): Promise<Receipt | null> {
  authorise(context, 'public');
  const found = await findKept(context, receipt);
  if (!found) return null;
  const { contribution, revisions, decisions } = found;
  const { id, state, lane, email, emailConfirmedAt, notify, receivedAt } = contribution;
  const { reader } = context.store;
  const text = await findText(reader, contribution.textId);
  const page = text && (await findRevisionPage(reader, { textId: text.id, number: text.number }));
  const newest = revisions.at(-1);
  const shown = await findShown(reader, id);
  const words = newest ? wordsOf(newest) : NO_WORDS;
  return {
    id,
    state,
    isUnconfirmed: lane === 'unconfirmed',
    text: { slug: text?.slug ?? null, title: page?.metadata.title ?? null, language: page?.metadata.language ?? null },
    revision: contribution.revision,
    words,
    quote: contribution.quote,
    passage: text && (await wayToPassage(context, { text, contribution })),
    html: renderContribution(words.body),
    hash: newest?.hash ?? '',
    shownWords: shown && wordsOf(shown),
    shownHtml: shown && renderContribution(shown.body),
    reason: await reasonOf(context, contribution, decisions),
    history: historyOf(revisions, decisions),
    leaf: await proofOf(context, contribution),
    email: email === null ? null : { given: email, confirmed: emailConfirmedAt !== null },
    notify,
    receivedAt,
    permalink: shown && text?.slug && !text.withdrawal ? `/${text.slug}/forum/${id}` : null,
    mayEdit: mayEdit(contribution),
  };
}

/** What they sent and gave, and what became of it, for its contributor to take away. */
export async function exportReceipt(
  context: Context,
  { receipt }: { readonly receipt: string },
): Promise<object | null> {
  authorise(context, 'public');
  const found = await findKept(context, receipt);
  const seen = await readReceipt(context, { receipt });
  if (!found || !seen) return null;
  const { contribution, revisions } = found;
  return {
    id: seen.id,
    text: seen.text,
    revisionOfText: contribution.number,
    paragraph: contribution.blockId,
    quote: contribution.quote,
    answers: contribution.parentId,
    state: seen.state,
    permalink: seen.permalink,
    receivedAt: seen.receivedAt,
    email: seen.email,
    notify: seen.notify,
    // Keyed, and forgotten after thirty days: it tells what one sender sent on one day apart.
    senderMark: contribution.sender,
    // What triage thought stays inside: whoever sends spam would learn how to send it.
    revisions: revisions.map(({ contributionId, signals, ...one }) => ({
      ...one,
      // The exact bytes, in UTF-8, that the entry of the record is made of with the key.
      payload: payloadOf({ ...contribution, ...one }).toString(),
    })),
    history: seen.history,
    record: seen.leaf,
  };
}

async function findKept(context: Context, receipt: string) {
  const { reader } = context.store;
  const contribution = await findContribution(reader, { receiptHash: hashToken(receipt) });
  if (!contribution) return null;
  const revisions = await listContributionRevisions(reader, contribution.id);
  return { contribution, revisions, decisions: await listDecisions(reader, contribution.id) };
}

async function wayToPassage(
  { store }: Context,
  { text, contribution }: { readonly text: StoredText; readonly contribution: StoredContribution },
): Promise<string | null> {
  const { blockId, number } = contribution;
  if (blockId === null || text.slug === null || text.withdrawal) return null;
  const { standsBy } = (await findPlacesNowIn(store.reader, [contribution]))(contribution);
  return standsBy === null ? `/${text.slug}/${number}#${blockId}` : `/${text.slug}#${standsBy}`;
}

async function reasonOf(
  context: Context,
  { state }: StoredContribution,
  decisions: readonly StoredDecision[],
): Promise<Receipt['reason']> {
  const last = decisions.at(-1);
  if (!last || last.decision === 'validate' || last.decision === 'erase' || state === 'waiting') return null;
  const known = (await knownGrounds(context)).find(({ code }) => code === last.ground);
  const text = last.reason ?? known?.reason ?? '';
  return text === '' ? null : { ground: last.ground, text };
}

function historyOf(
  revisions: readonly StoredContributionRevision[],
  decisions: readonly StoredDecision[],
): readonly Happened[] {
  const edits = revisions
    .filter(({ revision }) => revision > 1)
    .map(({ receivedAt }) => ({ at: receivedAt, what: 'edit' as const, ground: null, reason: null }));
  const decided = decisions.map(({ at, decision, ground, reason }) => ({ at, what: decision, ground, reason }));
  return [...edits, ...decided].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

async function proofOf(context: Context, { id, leaf, log }: StoredContribution): Promise<Receipt['leaf']> {
  const { reader } = context.store;
  const key = await findContributionKey(reader, id);
  const origin = (await listLogs(reader)).find(({ number }) => number === log)?.origin;
  return key && origin ? { origin, index: leaf, key: Buffer.from(key).toString('hex') } : null;
}

const wordsOf = ({ name, subject, body }: Words): Words => ({ name, subject, body });
