import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContributionId, ContributionState, Decision } from '#domain/contribution.ts';
import { LONGEST } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { findStanding, type Standing } from '#store/contribution-states.ts';
import { type DecisionTaken, insertPending, isPending } from '#store/pending-decisions.ts';
import type { Store } from '#store/store.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { enactDue } from './decisions-enact.ts';
import { knownGrounds } from './known-grounds.ts';
import { moment, momentIn } from './moment.ts';
import { replyWords } from './reply-enforce.ts';
import { newId } from './secret.ts';

export interface ContributionDecision {
  readonly decision: Exclude<Decision, 'withdraw' | 'erase'>;
  /** A code of the list, for a refusal; '' otherwise. */
  readonly ground: string;
  /** Instead of what the ground tells the contributor. */
  readonly reason: string | null;
}

export interface Decided {
  /** What undoes it. */
  readonly batch: string;
  readonly decided: number;
  /** Not decided, since they are not what was seen any more; each with its hash now, null when it waits no longer. */
  readonly stale: readonly { readonly id: ContributionId; readonly hash: string | null }[];
  readonly inForceAt: string;
}

/** Seconds in which a decision on many can be undone. */
const GRACE_OF_MANY = 60;
const MOST_TICKED = 500;
/** Readers have their turn in between. */
const ROWS_A_TURN = 100;

/** Decides on exactly the bytes that were read, each named by its hash; in force after a grace, until when it can be undone. */
export async function decideContributions(
  context: Context,
  deciding: ContributionDecision & {
    readonly items: readonly Named[];
    /** The administrator's answer for the site, which appears with it; of one that is validated. */
    readonly reply: string | null;
    /** To decide again on what was decided: the state it was seen in. */
    readonly from?: ContributionState;
  },
): Promise<Result<Decided>> {
  authorise(context, 'contribution.decide');
  const { items, reply, from } = deciding;
  if (items.length === 0 || items.length > MOST_TICKED) throw new Refusal('bad-request');
  const taken = await takenOf(context, { ...deciding, count: items.length });
  if (!taken.ok) return taken;
  const answer = reply === null ? done(null) : checkReply(context, { ...deciding, reply });
  if (!answer.ok) return answer;
  const { batch, inForceAt } = taken.value;
  const stale = await context.store.write(async (transaction) => {
    const seen = await lookAt(transaction, { items, from: from ?? null, decision: deciding.decision });
    if (items.length === 1 && seen.stale.length === 1) throw new Refusal('stale');
    for (let from = 0; from < seen.open.length; from += ROWS_A_TURN) {
      const some = seen.open.slice(from, from + ROWS_A_TURN);
      await insertPending(transaction, { taken: { ...taken.value, reply: answer.value }, items: some });
      await nextTurn();
    }
    return seen.stale;
  });
  if (inForceAt <= moment(context)) await enactDue(context);
  return done({ batch, decided: new Set(items.map(({ id }) => id)).size - stale.length, stale, inForceAt });
}

/** What all of a batch have together; `count` says how long it can be undone. */
export async function takenOf(
  context: Context,
  { decision, ground, reason, count }: ContributionDecision & { readonly count: number },
): Promise<Result<DecisionTaken>> {
  const stated = reason?.trim() || null;
  if (stated !== null && stated.length > LONGEST.reason)
    return mistaken('reason', 'mistake.reason-long', { count: LONGEST.reason });
  const known = (await knownGrounds(context)).find(({ code }) => code === ground);
  if (decision === 'refuse' && !known) return mistaken('ground', 'mistake.ground-missing');
  const grace = count === 1 ? context.settings.forumGraceSeconds : GRACE_OF_MANY;
  return done({
    decision,
    ground: { validate: 'read', refuse: ground, spam: 'spam' }[decision],
    // Kept as it is told: the list may be changed later.
    reason: decision === 'refuse' ? (stated ?? known?.reason ?? null) : stated,
    reply: null,
    decidedBy: accountOf(context.actor),
    batch: newId(context),
    decidedAt: moment(context),
    inForceAt: momentIn(context, grace),
  });
}

function checkReply(
  context: Context,
  deciding: { readonly items: readonly unknown[]; readonly decision: Decision; readonly reply: string },
): Result<string> {
  if (deciding.items.length !== 1 || deciding.decision !== 'validate') throw new Refusal('bad-request');
  const { body } = replyWords(context, deciding.reply);
  if (body === '') return mistaken('reply', 'mistake.reply-missing');
  if (body.length > LONGEST.body) return mistaken('reply', 'mistake.reply-long', { count: LONGEST.body });
  return done(body);
}

interface Named {
  readonly id: string;
  readonly hash: string;
}

interface Seen {
  readonly from: ContributionState | null;
  readonly decision: ContributionDecision['decision'];
}

/** Apart: what is as it was seen and waits for a decision, and what is not. Two who decide at once follow each other here. */
async function lookAt(transaction: Store['reader'], { items, ...seen }: Seen & { readonly items: readonly Named[] }) {
  const open: Standing[] = [];
  const stale: { readonly id: ContributionId; readonly hash: string | null }[] = [];
  for (const [id, hash] of new Map(items.map((item) => [item.id as ContributionId, item.hash]))) {
    const standing = await findStanding(transaction, id);
    if (standing && standing.hash === hash && (await isOpen(transaction, standing, seen))) open.push(standing);
    else stale.push({ id, hash: standing?.lane ? standing.hash : null });
    if ((open.length + stale.length) % ROWS_A_TURN === 0) await nextTurn();
  }
  return { open, stale };
}

/** Waiting; or, to decide again, still in the state it was seen in. */
async function isOpen(transaction: Store['reader'], standing: Standing, { from, decision }: Seen): Promise<boolean> {
  if (from === null) return standing.lane === 'main' || standing.lane === 'spam';
  if (standing.state !== from || standing.lane !== null || !changes(standing, decision)) return false;
  return !(await isPending(transaction, standing.id));
}

/** Whoever withdrew theirs has the last word; and what is so already is not decided again. */
function changes({ state, revision, shownRevision }: Standing, decision: Seen['decision']): boolean {
  if (state === 'refused') return decision !== 'refuse';
  if (state === 'spam') return decision !== 'spam';
  // What is shown can be taken back; an edit of it that was refused can be validated.
  return state === 'validated' && (shownRevision === revision) === (decision !== 'validate');
}
