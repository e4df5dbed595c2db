import type { Actor } from '#domain/account.ts';

type Doer = 'visitor' | 'editor' | 'administrator' | 'operator';

const EVERYBODY: readonly Doer[] = ['visitor', 'editor', 'administrator', 'operator'];
const DESK: readonly Doer[] = ['editor', 'administrator', 'operator'];
const PRESS: readonly Doer[] = ['administrator', 'operator'];

/** Who may do what. What has no row here is done by nobody. */
export const POLICIES = {
  public: EVERYBODY,
  /** Signing in, following an invitation: the secret itself is what is checked. */
  'own-session': EVERYBODY,
  'signed-in': ['editor', 'administrator'],
  'desk.read': DESK,
  'text.import': DESK,
  'text.edit': DESK,
  'text.propose': DESK,
  'text.publish': PRESS,
  'text.withdraw': PRESS,
  'text.rename': PRESS,
  /** A rule turned off for every text. */
  'proofing.manage': PRESS,
  'lexicon.change': DESK,
  'misprint.decide': DESK,
  'queue.read': PRESS,
  'contribution.decide': PRESS,
  'contribution.erase': PRESS,
  /** Modes, grounds of refusal, lists, webhooks. */
  'forum.manage': PRESS,
  'forum.import': PRESS,
  'forum.export': PRESS,
  /** Among editors, about a text that is not published yet. */
  'forum.remark': DESK,
  'accounts.manage': PRESS,
  /** What the program does by itself: mail, clean-up, decisions coming into force. */
  'jobs.run': ['operator'],
  /** Who can read the key file can make another. */
  'record.rotate-key': ['operator'],
  'record.continue': ['operator'],
} as const satisfies Readonly<Record<string, readonly Doer[]>>;

export type PolicyName = keyof typeof POLICIES;

export function allows(actor: Actor, policy: PolicyName): boolean {
  const doer: Doer = actor.kind === 'account' ? actor.role : actor.kind;
  return (POLICIES[policy] as readonly Doer[] | undefined)?.includes(doer) ?? false;
}
