import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { undoAnswer } from '#operations/draft-change.ts';
import { answerFinding } from '#operations/finding-answer.ts';
import { readProofing } from '#operations/reads/proofing.ts';
import { switchRule } from '#operations/rule-switch.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { proofView } from '#web/views/desk/proof/page.ts';
import { tooMuchView } from '#web/views/desk/proof/too-much.ts';
import { deskPath, deskText, textIdOf } from './desk-text.ts';
import { pageNumber, versionOf } from './form-numbers.ts';

export async function proofPage(visit: Visit): Promise<Answer> {
  return proofAnswer(visit, []);
}

export async function answerProof(visit: Visit): Promise<Answer> {
  const [form, textId] = [visit.form!, textIdOf(visit)];
  const answered = await answerFinding(visit.context, {
    textId,
    version: versionOf(form),
    finding: form.get('finding') ?? '',
    answer: answerIn(form),
    instead: form.get('instead') ?? '',
    everywhere: form.get('everywhere') === 'yes',
  });
  if (!answered.ok) return proofAnswer(visit, answered.mistakes);
  return redirect(deskPath(textId, `/proof?done=answered${pageIn(form)}#finding-${placeIn(form)}`));
}

export async function undoProof(visit: Visit): Promise<Answer> {
  const [form, textId] = [visit.form!, textIdOf(visit)];
  await undoAnswer(visit.context, { textId, version: versionOf(form), id: form.get('answer') ?? '' });
  return redirect(deskPath(textId, '/proof?done=undone'));
}

export async function switchTextRule(visit: Visit): Promise<Answer> {
  const [form, textId] = [visit.form!, textIdOf(visit)];
  await switchRule(visit.context, { rule: form.get('rule') ?? '', textId, isOff: form.get('off') === 'yes' });
  return redirect(deskPath(textId, '/proof?done=switched'));
}

async function proofAnswer(visit: Visit, mistakes: readonly Mistake[]): Promise<Answer> {
  const text = await deskText(visit);
  const { textId, draft } = text;
  const proofing = await readProofing(visit.context, { textId });
  if (proofing === null) return redirect(deskPath(textId, draft ? '/reading' : ''));
  if (!proofing.ok) return { kind: 'html', status: 422, html: tooMuchView(visit, text, proofing.mistakes) };
  const status = mistakes.length > 0 ? 422 : 200;
  const page = pageNumber(visit.form?.get('page') ?? visit.query.get('page'));
  const html = proofView(visit, { text, proofing: proofing.value, page, mistakes: unplaced(mistakes) });
  return { kind: 'html', status, html };
}

// Each finding has a field of its own: the summary leads to none of them.
const unplaced = (mistakes: readonly Mistake[]) => mistakes.map((mistake) => ({ ...mistake, field: null }));

function answerIn(form: URLSearchParams): 'accept' | 'edit' | 'stet' {
  const act = form.get('act');
  if (act !== 'accept' && act !== 'edit' && act !== 'stet') throw new Refusal('bad-request');
  return act;
}

function pageIn(form: URLSearchParams): string {
  const page = pageNumber(form.get('page'));
  return page === 1 ? '' : `&page=${page}`;
}

function placeIn(form: URLSearchParams): number {
  const place = form.get('place') ?? '';
  return /^\d{1,6}$/.test(place) ? Number(place) : 0;
}
