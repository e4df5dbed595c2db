import { Refusal } from '#domain/refusal.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { undoDecisions } from '#operations/decision-undo.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { jsonAnswer, mistakenAnswer } from './answer.ts';
import { membersOf, stringIn } from './asked.ts';

export async function decide(visit: Visit): Promise<Answer> {
  const asked = membersOf(visit.json, ['items', 'decision', 'ground', 'reason', 'reply']);
  const { decision, items } = asked;
  if (decision !== 'validate' && decision !== 'refuse' && decision !== 'spam') throw new Refusal('bad-request');
  if (!Array.isArray(items)) throw new Refusal('bad-request');
  const decided = await decideContributions(visit.context, {
    items: items.map((item: unknown) => {
      const { id, hash } = membersOf(item, ['id', 'hash']);
      return { id: stringIn(id), hash: stringIn(hash) };
    }),
    decision,
    ground: stringIn(asked.ground ?? ''),
    reason: stringOrNone(asked.reason),
    reply: stringOrNone(asked.reply),
  });
  return decided.ok ? jsonAnswer(decided.value) : mistakenAnswer(visit, decided.mistakes);
}

export async function undo(visit: Visit): Promise<Answer> {
  const { batch } = membersOf(visit.json, ['batch']);
  return jsonAnswer(await undoDecisions(visit.context, { batch: stringIn(batch) }));
}

const stringOrNone = (value: unknown) => (value === undefined || value === null ? null : stringIn(value));
