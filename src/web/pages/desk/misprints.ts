import { MISPRINT_STATES } from '#domain/misprint.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { decideMisprint } from '#operations/misprint-decide.ts';
import { countMisprintsIn, listMisprints, MISPRINTS_A_PAGE } from '#operations/reads/misprints.ts';
import { countQueue } from '#operations/reads/queue.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mayDo } from '#web/views/desk/may-do.ts';
import { misprintsView } from '#web/views/desk/misprints.ts';
import { pageNumber } from './form-numbers.ts';

export async function misprintsPage(visit: Visit): Promise<Answer> {
  return misprintsAnswer(visit, []);
}

export async function decideMisprintPage(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const decision = form.get('decision');
  if (decision !== 'accept' && decision !== 'by-hand' && decision !== 'refuse') throw new Refusal('bad-request');
  const decided = await decideMisprint(visit.context, { id: form.get('misprint') ?? '', decision });
  return decided.ok ? redirect('/desk/misprints?done=answered#misprint-0') : misprintsAnswer(visit, decided.mistakes);
}

async function misprintsAnswer(visit: Visit, mistakes: readonly Mistake[]): Promise<Answer> {
  const state = MISPRINT_STATES.find((one) => one === visit.query.get('state')) ?? 'waiting';
  const pages = Math.max(1, Math.ceil((await countMisprintsIn(visit.context, state)) / MISPRINTS_A_PAGE));
  const page = Math.min(pageNumber(visit.query.get('page')), pages);
  const misprints = await listMisprints(visit.context, { state, page });
  const counts = mayDo(visit, 'queue.read') ? await countQueue(visit.context) : null;
  const status = mistakes.length > 0 ? 422 : 200;
  return { kind: 'html', status, html: misprintsView(visit, { state, misprints, page, pages, mistakes, counts }) };
}
