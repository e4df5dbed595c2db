// A decision in force: leaf, entry in the log, state, what is shown, mail, all in the caller's transaction. The one way for anything to appear.
import { type Decision, payloadOf } from '#domain/contribution.ts';
import type { MailContent } from '#domain/mail.ts';
import type { AccountId } from '#domain/text.ts';
import { commit } from '#record/commitment.ts';
import { findStanding, type Standing } from '#store/contribution-states.ts';
import { changeContribution } from '#store/contributions.ts';
import { insertDecision } from '#store/decisions.ts';
import { insertMail } from '#store/mail.ts';
import { hideContribution, showContribution } from '#store/shown-contributions.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { minute } from './minute.ts';
import { moment } from './moment.ts';
import { placeLeaf } from './record-append.ts';
import { tellWebhooks } from './webhook-tell.ts';

export interface Enforcement {
  /** As it is in this transaction: it is the newest revision that is decided. */
  readonly standing: Standing;
  readonly decision: Exclude<Decision, 'erase'>;
  readonly ground: string;
  readonly reason: string | null;
  readonly decidedBy: AccountId | null;
  readonly batch: string;
  /** When somebody decided who had read it; null where nobody did. */
  readonly readAt: string | null;
  /** Where it waits for a look although it appears already, as in a forum moderated afterwards. */
  readonly lane?: 'main' | 'spam';
  /** An administrator's own answer for the site. */
  readonly byPress?: boolean;
  /** It appeared elsewhere at that time and is taken over from there: it takes its place among what is shown, and nobody is told. */
  readonly shownSince?: string;
}

/** Gives whether anything public changed: the caller then raises the generation, once for many. */
export async function enforceDecision(
  context: Context,
  transaction: Store['reader'],
  enforcement: Enforcement,
): Promise<boolean> {
  const { standing, lane = null, shownSince } = enforcement;
  const { id } = standing;
  const at = moment(context);
  const effect = effectOf(standing, enforcement.decision);
  if (effect === null) {
    await changeContribution(transaction, { id, lane });
    return false;
  }
  await writeDecision(context, transaction, { ...enforcement, decision: effect.decision });
  const shownRevision = { show: standing.revision, hide: null, keep: standing.shownRevision }[effect.shown];
  await changeContribution(transaction, { id, state: effect.state, shownRevision, lane, changedAt: at });
  if (effect.shown === 'show')
    await showContribution(transaction, {
      ...standing,
      validatedAt: shownSince ?? at,
      byPress: enforcement.byPress ?? false,
    });
  if (effect.shown === 'hide') await hideContribution(transaction, id);
  if (shownSince === undefined) await tell(context, transaction, { ...enforcement, decision: effect.decision });
  return effect.shown !== 'keep';
}

async function tell(context: Context, transaction: Store['reader'], enforcement: Enforcement): Promise<void> {
  await writeMails(context, transaction, enforcement);
  const { id, textId, revision } = enforcement.standing;
  await tellWebhooks(context, transaction, {
    event: EVENTS[enforcement.decision],
    contributionId: id,
    textId,
    revision,
  });
}

const EVENTS = {
  validate: 'contribution.validated',
  refuse: 'contribution.refused',
  spam: 'contribution.spam',
  withdraw: 'contribution.withdrawn',
} as const;

interface Effect {
  /** As it stands in the log. */
  readonly decision: Enforcement['decision'];
  readonly state: Standing['state'];
  readonly shown: 'show' | 'hide' | 'keep';
}

/** Null where it already is as decided: seen again, nothing happens. */
function effectOf({ state, revision, shownRevision }: Standing, decision: Enforcement['decision']): Effect | null {
  const isShown = shownRevision === revision;
  if (decision === 'withdraw') return { decision, state: 'withdrawn', shown: 'hide' };
  if (decision === 'validate') return isShown ? null : { decision, state: 'validated', shown: 'show' };
  // What appeared before anybody read it is taken back, and the log says so.
  if (isShown) return { decision: 'withdraw', state: 'withdrawn', shown: 'hide' };
  // An edit that is refused leaves what was validated before it.
  if (shownRevision !== null) return { decision, state, shown: 'keep' };
  return { decision, state: decision === 'refuse' ? 'refused' : 'spam', shown: 'keep' };
}

async function writeDecision(context: Context, transaction: Store['reader'], enforcement: Enforcement): Promise<void> {
  const { standing, decision, ground, reason, decidedBy, batch, readAt } = enforcement;
  if (standing.key === null) throw new Error('what was erased is not decided on');
  const placed = await placeLeaf(context, transaction, {
    kind: 'contribution.decide',
    at: minute(context),
    commitment: commit(standing.key, payloadOf(standing)),
    contribution: standing.leaf,
    decision,
    ground,
  });
  await insertDecision(transaction, {
    contributionId: standing.id,
    revision: standing.revision,
    decision,
    ground,
    reason,
    decidedBy,
    batch,
    waitedSeconds: readAt === null ? null : (Date.parse(readAt) - Date.parse(standing.revisedAt)) / 1000,
    ...placed,
    at: moment(context),
  });
}

/** To its sender, and to whoever it answers: only to addresses that were confirmed, of people who want it. */
async function writeMails(context: Context, transaction: Store['reader'], enforcement: Enforcement): Promise<void> {
  const { standing } = enforcement;
  const told = contentFor(enforcement);
  if (told) await writeMail(context, transaction, { to: standing, content: told });
  if (enforcement.decision !== 'validate' || standing.shownRevision !== null || standing.parentId === null) return;
  const parent = await findStanding(transaction, standing.parentId);
  if (!parent || parent.shownRevision === null || parent.mailTo === standing.mailTo) return;
  const content: MailContent = { kind: 'reply', title: standing.title ?? '', path: pathOf(standing) };
  await writeMail(context, transaction, { to: parent, content });
}

/** Nobody is told of what they did themselves, and likely spam is not answered. */
function contentFor({ standing, decision, ground, reason }: Enforcement): MailContent | null {
  const title = standing.title ?? '';
  if (decision === 'validate') return { kind: 'validated', title, path: pathOf(standing) };
  if (decision === 'refuse') return { kind: 'refused', title, reason: reason ?? '' };
  if (decision === 'withdraw' && ground !== 'sender') return { kind: 'withdrawn', title, reason: reason ?? '' };
  return null;
}

async function writeMail(
  context: Context,
  transaction: Store['reader'],
  { to, content }: { readonly to: Standing; readonly content: MailContent },
): Promise<void> {
  if (to.mailTo === null) return;
  const at = moment(context);
  const subject = { recipient: to.mailTo, contributionId: to.id, accountId: null };
  await insertMail(transaction, { ...subject, content, language: context.settings.siteLanguage, at, dueAt: at });
}

const pathOf = ({ slug, id }: Standing) => `/${slug}/forum/${id}`;
