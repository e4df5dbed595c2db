// The same form with and without script; script asks for JSON and has already shown what it expects.
import { MISPRINT_STATES } from '#domain/misprint.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { decideMisprint } from '#operations/misprint-decide.ts';
import { undoMisprint } from '#operations/misprint-undo.ts';
import { countMisprintsIn, listMisprints, MISPRINTS_A_PAGE } from '#operations/reads/misprints.ts';
import { countQueue } from '#operations/reads/queue.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mayDo } from '#web/views/desk/may-do.ts';
import { misprintsView } from '#web/views/desk/misprints.ts';
import { pageNumber } from './form-numbers.ts';
import { jsonInDesk, saidOf, wantsJson } from './queue-answer.ts';

/** How long the page offers to undo; it can be undone later too, while nothing was built on it. */
const UNDO_SECONDS = 60;

export async function misprintsPage(visit: Visit): Promise<Answer> {
  return misprintsAnswer(visit, []);
}

export async function decideMisprintPage(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const [id, decision] = [form.get('misprint') ?? '', form.get('decision')];
  if (decision !== 'accept' && decision !== 'by-hand' && decision !== 'refuse') throw new Refusal('bad-request');
  const decided = await decideMisprint(visit.context, { id, decision });
  if (wantsJson(visit)) {
    if (!decided.ok) return jsonInDesk(422, { kind: 'mistaken', said: saidOf(visit, decided.mistakes) });
    const whole = { isUnderWay: false, percent: 100, stale: [] };
    return jsonInDesk(200, { kind: 'decided', batch: id, decided: 1, ...whole, undoSeconds: UNDO_SECONDS });
  }
  return decided.ok ? redirect(`/desk/misprints?undo=${id}#misprint-0`) : misprintsAnswer(visit, decided.mistakes);
}

export async function undoMisprintPage(visit: Visit): Promise<Answer> {
  const undone = await undoMisprint(visit.context, { id: visit.form!.get('batch') ?? '' });
  if (wantsJson(visit)) return jsonInDesk(200, { kind: 'undone', undone: undone ? 1 : 0 });
  return redirect(`/desk/misprints?done=${undone ? 'undone' : 'draft-moved'}`);
}

async function misprintsAnswer(visit: Visit, mistakes: readonly Mistake[]): Promise<Answer> {
  const state = MISPRINT_STATES.find((one) => one === visit.query.get('state')) ?? 'waiting';
  const pages = Math.max(1, Math.ceil((await countMisprintsIn(visit.context, state)) / MISPRINTS_A_PAGE));
  const page = Math.min(pageNumber(visit.query.get('page')), pages);
  const misprints = await listMisprints(visit.context, { state, page });
  const counts = mayDo(visit, 'queue.read') ? await countQueue(visit.context) : null;
  const undo = /^[\w-]{1,64}$/.exec(visit.query.get('undo') ?? '')?.[0] ?? null;
  const status = mistakes.length > 0 ? 422 : 200;
  const html = misprintsView(visit, { state, misprints, page, pages, mistakes, counts, undo });
  return { kind: 'html', status, html };
}
