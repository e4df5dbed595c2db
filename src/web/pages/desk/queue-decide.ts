// The same form with and without script; script asks for JSON and has already shown what it expects.
import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { leaseContribution } from '#operations/contribution-lease.ts';
import { undoDecisions } from '#operations/decision-undo.ts';
import { decideAll, readSelection, type SelectionState } from '#operations/selection-decide.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { ITEMS_A_PAGE, queueAnswer } from './queue.ts';
import { jsonInDesk, saidOf, wantsJson } from './queue-answer.ts';
import { queueFilter } from './queue-filter.ts';
import { itemAnswer } from './queue-item.ts';

/** A page's boxes have names of their own: a field that comes twice is refused everywhere. Twice a page: script appends the next. */
const TICKS = Array.from({ length: ITEMS_A_PAGE }, (_, place) => `tick-${place}`);
export const QUEUE_FIELDS = [
  'items',
  'from',
  'filter',
  'up-to',
  'decision',
  'reason',
  'reply',
  'back',
  'next',
  ...TICKS,
];

export async function decideInQueue(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const items = itemsIn(form);
  const decided = await decide(visit, items).catch((error) => staleAs(visit, items, error));
  if ('kind' in decided) return decided;
  if (!decided.ok) return mistaken(visit, items, decided.mistakes);
  const { batch, decided: count, stale } = decided.value;
  if (wantsJson(visit)) return jsonInDesk(200, told(visit, decided.value));
  const back = new URLSearchParams(form.get('back') ?? '');
  for (const [name, value] of Object.entries({ batch, decided: count, stale: stale.length }))
    back.set(name, String(value));
  const next = form.get('next');
  return redirect(`/desk/queue?${back}${next && /^[\w-]{22}$/.test(next) ? `#item-${next}` : ''}`);
}

/** How far a decision on very many is. */
export async function selectionInQueue(visit: Visit): Promise<Answer> {
  const found = await readSelection(visit.context, { batch: visit.params.batch ?? '' });
  if (!found) throw new Refusal('not-found');
  return jsonInDesk(200, told(visit, { ...found, stale: [] }));
}

/** What was decided, or is being decided. */
interface Told extends SelectionState {
  readonly stale: readonly { readonly id: ContributionId }[];
}

const told = (visit: Visit, { batch, decided, stale, isUnderWay, percent, inForceAt }: Told) => ({
  ...{ kind: 'decided', batch, decided, isUnderWay, percent },
  stale: stale.map(({ id }) => id),
  undoSeconds: inForceAt === null ? 0 : secondsUntil(visit, inForceAt),
});

const AT_ONCE = { isUnderWay: false, percent: 100, stale: [] } as const;

async function decide(visit: Visit, items: readonly Named[]): Promise<Result<Told>> {
  const form = visit.form!;
  const { decision, ground } = decisionIn(form.get('decision') ?? '');
  const [reason, reply] = [form.get('reason')?.trim() || null, form.get('reply')?.trim() || null];
  const filter = form.get('filter');
  if (filter) return decideFiltered(visit, { filter, decision, ground, reason });
  const from = DECIDED_AGAIN.find((state) => state === form.get('from'));
  const decided = await decideContributions(visit.context, {
    items,
    decision,
    ground,
    reason: decision === 'validate' ? null : reason,
    reply: decision === 'validate' ? reply : null,
    ...(from && { from }),
  });
  return decided.ok ? done({ ...AT_ONCE, ...decided.value }) : decided;
}

const DECIDED_AGAIN = ['validated', 'refused', 'spam'] as const;

interface Filtered {
  readonly filter: string;
  readonly decision: 'validate' | 'refuse' | 'spam';
  readonly ground: string;
  readonly reason: string | null;
}

async function decideFiltered(visit: Visit, { filter, decision, ground, reason }: Filtered): Promise<Result<Told>> {
  const upTo = Number(visit.form!.get('up-to'));
  // Nobody validates what nobody read.
  if (decision === 'validate' || !Number.isSafeInteger(upTo)) throw new Refusal('bad-request');
  const selected = queueFilter(new URLSearchParams(filter));
  const decided = await decideAll(visit.context, { filter: selected, decision, ground, reason, upTo });
  return decided.ok ? done({ ...AT_ONCE, ...decided.value }) : decided;
}

interface Named {
  readonly id: ContributionId;
  readonly hash: string;
}

/** `refuse:off-topic`; `reply` validates with a reply. */
function decisionIn(written: string) {
  const [name, ground = ''] = written.split(':');
  if (name === 'validate' || name === 'reply') return { decision: 'validate', ground: '' } as const;
  if (name === 'spam') return { decision: 'spam', ground: '' } as const;
  if (name === 'refuse') return { decision: 'refuse', ground } as const;
  throw new Refusal('bad-request');
}

function itemsIn(form: URLSearchParams): readonly Named[] {
  const written = [form.get('items') ?? '', ...TICKS.map((name) => form.get(name) ?? '')].join(' ').trim();
  const parts = written === '' ? [] : written.split(/\s+/);
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, place) => ({
    id: parts[2 * place] as ContributionId,
    hash: parts[2 * place + 1]!,
  }));
}

/** One that changed meanwhile comes back as it stands now. */
async function staleAs(visit: Visit, items: readonly Named[], error: unknown): Promise<Answer> {
  if (!(error instanceof Refusal) || error.code !== 'stale' || wantsJson(visit) || items.length !== 1) throw error;
  return itemAnswer(visit, items[0]!.id, { status: 409, typed: typedIn(visit.form!) });
}

async function mistaken(
  visit: Visit,
  items: readonly Named[],
  mistakes: Extract<Result<never>, { ok: false }>['mistakes'],
) {
  if (wantsJson(visit)) {
    return jsonInDesk(422, { kind: 'mistaken', said: saidOf(visit, mistakes) });
  }
  const form = visit.form!;
  if (items.length === 1) return itemAnswer(visit, items[0]!.id, { status: 422, typed: typedIn(form), mistakes });
  return queueAnswer(visit, { query: new URLSearchParams(form.get('back') ?? ''), mistakes });
}

// The browser's clock may be wrong; what is left of the grace is told in seconds.
const secondsUntil = ({ context }: Visit, at: string) =>
  Math.max(0, (Date.parse(at) - context.clock.now().getTime()) / 1000);

const typedIn = (form: URLSearchParams) => ({ reason: form.get('reason') ?? '', reply: form.get('reply') ?? '' });

export async function undoInQueue(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const { undone } = await undoDecisions(visit.context, { batch: form.get('batch') ?? '' });
  if (wantsJson(visit)) return jsonInDesk(200, { kind: 'undone', undone });
  const back = new URLSearchParams(form.get('back') ?? '');
  back.set('done', undone > 0 ? 'undone' : 'too-late');
  return redirect(`/desk/queue?${back}`);
}

export async function leaseInQueue(visit: Visit): Promise<Answer> {
  const id = (visit.form!.get('id') ?? '') as ContributionId;
  const { leasedBy } = await leaseContribution(visit.context, { id });
  return jsonInDesk(200, { leasedBy });
}
