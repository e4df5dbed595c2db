import type { ForumMode, Validated } from '#domain/contribution.ts';
import { done, type Result } from '#domain/result.ts';
import { renderContribution } from '#text/render-contribution.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { countWithinLimits, refuseOverLimit } from './contribution-limits.ts';
import { findPlace } from './contribution-place.ts';
import { checkContribution, type TypedContribution } from './contribution-typed.ts';
import { todaysKey } from './day-key.ts';
import { issueTicket } from './form-ticket.ts';
import { challengeFor, type WorkChallenge } from './form-work.ts';
import { findOpenForum } from './forum-mode-of.ts';
import { type ShownContribution, shownFrom } from './reads/forum.ts';
import { senderMark } from './sender-mark.ts';

export interface Preview {
  /** As it would appear. */
  readonly html: string;
  readonly name: string;
  readonly subject: string | null;
  readonly place: {
    readonly blockId: string | null;
    readonly quote: string | null;
    /** All words of the paragraph. */
    readonly passage: string | null;
    readonly parent: Validated<ShownContribution> | null;
  };
  readonly ticket: string;
  readonly challenge: WorkChallenge;
  readonly mode: Exclude<ForumMode, 'closed'>;
}

/** What was typed as it would appear, with what is needed to send it. Keeps nothing of it. */
export async function previewContribution(
  context: Context,
  { slug, typed, address }: { readonly slug: string; readonly typed: TypedContribution; readonly address: string },
): Promise<Result<Preview>> {
  authorise(context, 'public');
  const { reader } = context.store;
  const { text, mode } = await findOpenForum(reader, { slug });
  const { mark } = await senderMark(context, { address });
  const asked = { what: 'preview', textId: text.id, mark, isWorkDone: false } as const;
  refuseOverLimit(context, asked);
  const checked = checkContribution(context, { typed, mode });
  const found = await findPlace(reader, { text, typed });
  if (!checked.ok || !found.ok)
    return { ok: false, mistakes: [checked, found].flatMap((one) => (one.ok ? [] : one.mistakes)) };
  await context.store.write((transaction) => countWithinLimits(context, transaction, asked));
  const { parent, ...place } = found.value;
  const ticket = await issueTicket(context, { form: 'contribution', textId: text.id });
  const { key } = await todaysKey(context);
  const { name, subject, body } = checked.value.words;
  return done({
    html: renderContribution(body),
    name,
    subject,
    place: { ...place, parent: parent && (await shownFrom(context, [parent]))[0]! },
    ticket,
    challenge: await challengeFor({ ticket, key }),
    mode,
  });
}
