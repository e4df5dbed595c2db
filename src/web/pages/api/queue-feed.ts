import { Refusal } from '#domain/refusal.ts';
import { actorOfToken } from '#operations/reads/access.ts';
import { listQueue } from '#operations/reads/queue.ts';
import { allows } from '#policies/policies.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { queueAtom } from '../../views/api/queue-atom.ts';
import { siteOf } from '../../views/site.ts';

const ENTRIES = 50;

/** What waits, for a moderator's feed reader; whoever has not the secret finds nothing here. */
export async function queueFeed(visit: Visit): Promise<Answer> {
  const actor = await actorOfToken(visit.context, { token: visit.params.token ?? '', kind: 'feed' });
  if (!allows(actor, 'queue.read')) throw new Refusal('not-found');
  const filter = { lane: 'main', order: 'newest' } as const;
  const { items } = await listQueue({ ...visit.context, actor }, { filter, limit: ENTRIES });
  return {
    kind: 'bytes',
    contentType: 'application/atom+xml; charset=utf-8',
    body: String(await queueAtom({ site: siteOf(visit), items })),
    headers: { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  };
}
