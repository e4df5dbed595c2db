import type { TextId } from '#domain/text.ts';
import { proposeDraft } from '#operations/draft-propose.ts';
import { countOpenFindings } from '#operations/reads/proofing.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { proposeView } from '#web/views/desk/propose.ts';
import { deskPath, deskText, textIdOf } from './desk-text.ts';
import { versionOf } from './form-numbers.ts';

export async function proposePage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  if (text.draft?.stage !== 'draft') return redirect(deskPath(text.textId));
  const certain = await countCertain(visit, text.textId);
  return { kind: 'html', html: proposeView(visit, { text, version: text.draft.version, certain, mistakes: [] }) };
}

export async function propose(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const isAllTheSame = form.get('all-the-same') === 'yes';
  return proposeVersion(visit, { textId: textIdOf(visit), version: versionOf(form), isAllTheSame });
}

/** Proposes, unless proofing is certain of something nobody answered and nobody said to go on all the same. */
export async function proposeVersion(
  visit: Visit,
  { textId, version, isAllTheSame }: { textId: TextId; version: number; isAllTheSame: boolean },
): Promise<Answer> {
  const certain = isAllTheSame ? 0 : await countCertain(visit, textId);
  if (certain > 0) {
    const mistakes = [{ field: 'all-the-same', key: 'mistake.findings-certain' }];
    const html = proposeView(visit, { text: await deskText(visit), version, certain, mistakes });
    return { kind: 'html', status: 422, html };
  }
  await proposeDraft(visit.context, { textId, version });
  return redirect(deskPath(textId, '?done=proposed'));
}

async function countCertain({ context }: Visit, textId: TextId): Promise<number> {
  return (await countOpenFindings(context, { textId }))?.certain ?? 0;
}
