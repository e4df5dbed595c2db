import type { Mistake } from '#domain/result.ts';
import { addLexiconWords, removeLexiconWord } from '#operations/lexicon-change.ts';
import { readProofFigures } from '#operations/reads/proof-figures.ts';
import { switchRule } from '#operations/rule-switch.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { proofingView } from '#web/views/desk/proof/figures.ts';

export async function proofingPage(visit: Visit): Promise<Answer> {
  return proofingAnswer(visit, { typed: '', mistakes: [] });
}

export async function switchSiteRule(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  await switchRule(visit.context, { rule: form.get('rule') ?? '', textId: null, isOff: form.get('off') === 'yes' });
  return redirect('/desk/proofing?done=switched');
}

export async function addWords(visit: Visit): Promise<Answer> {
  const typed = visit.form!.get('words') ?? '';
  const added = await addLexiconWords(visit.context, { text: typed });
  if (!added.ok) return proofingAnswer(visit, { typed, mistakes: added.mistakes });
  return redirect('/desk/proofing?done=switched#lexicon');
}

export async function removeWord(visit: Visit): Promise<Answer> {
  await removeLexiconWord(visit.context, { word: visit.form!.get('word') ?? '' });
  return redirect('/desk/proofing?done=switched#lexicon');
}

async function proofingAnswer(
  visit: Visit,
  { typed, mistakes }: { readonly typed: string; readonly mistakes: readonly Mistake[] },
): Promise<Answer> {
  const figures = await readProofFigures(visit.context);
  const status = mistakes.length > 0 ? 422 : 200;
  return { kind: 'html', status, html: proofingView(visit, { figures, typed, mistakes }) };
}
