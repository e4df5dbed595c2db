import { type DraftSaved, saveDraft } from '#operations/draft-save.ts';
import { compareSources } from '#operations/reads/comparison.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import { countOpenFindings } from '#operations/reads/proofing.ts';
import { type Answer, type Html, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { comparisonView } from '#web/views/comparison.ts';
import { conflictView, draftGoneView } from '#web/views/desk/edit/conflict.ts';
import { editView } from '#web/views/desk/edit/page.ts';
import { deskPath, deskText, textIdOf } from './desk-text.ts';
import { composeSource, type DraftForm, draftForm, parseDraftForm } from './draft-form.ts';
import { editorState } from './editor-state.ts';
import { versionOf } from './form-numbers.ts';
import { proposeVersion } from './propose.ts';

export async function editPage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  const { textId, draft } = text;
  if (!draft || draft.stage === 'proposed') return redirect(deskPath(textId));
  if (draft.stage === 'reading') return redirect(deskPath(textId, '/reading'));
  return editAnswer(visit, text, { form: draftForm(draft.source), version: draft.version, isSaved: true });
}

/** One form, four buttons: only Preview keeps what was typed out of the store. */
export async function edit(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  const [form, act, version] = [parseDraftForm(visit.form!), visit.form!.get('act'), versionOf(visit.form!)];
  if (act === 'preview')
    return editAnswer(visit, await deskText(visit), { form, version, isSaved: false, isPreview: true });
  const source = composeSource(form);
  const saved = await saveDraft(visit.context, { textId, version, source });
  if (saved.kind === 'stale') return staleAnswer(visit, form, saved.theirs);
  if (saved.kind === 'gone')
    return { kind: 'html', status: 409, html: draftGoneView(visit, { textId, number: saved.number, source }) };
  if (act === 'publish') return redirect(deskPath(textId, '/publish'));
  if (act !== 'propose') return redirect(deskPath(textId, '/edit?done=saved'));
  return proposeVersion(visit, { textId, version: saved.version, isAllTheSame: false });
}

type Theirs = Extract<DraftSaved, { kind: 'stale' }>['theirs'];

// The second to save goes on from the first one's version, with everything he typed still in the form.
async function staleAnswer(visit: Visit, form: DraftForm, theirs: Theirs): Promise<Answer> {
  const text = await deskText(visit);
  const compared = await compareSources(visit.context, { from: theirs.source, to: composeSource(form) });
  const difference = compared.ok
    ? await comparisonView({
        comparison: compared.value,
        language: visit.language,
        textLanguage: form.metadata.language || null,
      })
    : null;
  const conflict = conflictView(visit, text.textId, theirs, difference);
  return editAnswer(visit, text, { form, version: theirs.version, isSaved: false, conflict });
}

interface Shown {
  readonly form: DraftForm;
  readonly version: number;
  readonly isSaved: boolean;
  readonly isPreview?: boolean;
  readonly conflict?: Html;
}

async function editAnswer(
  visit: Visit,
  text: DeskText,
  { form, version, isSaved, isPreview = false, conflict }: Shown,
): Promise<Answer> {
  const state = await editorState(visit, form, { isAsked: isPreview });
  const draft = text.draft;
  const html = editView(visit, {
    textId: text.textId,
    version,
    form,
    ...state,
    questions: await questionsIn(visit, text),
    saved: isSaved && draft && draft.version > 1 ? { at: draft.updatedAt, by: draft.updatedBy } : null,
    baseNumber: draft?.baseNumber ?? text.number,
    ...(conflict ? { conflict } : {}),
  });
  return { kind: 'html', status: conflict ? 409 : 200, html };
}

/** Beyond this the editor does not wait for them to be counted. */
const LONGEST_COUNTED = 400_000;

async function questionsIn(visit: Visit, { textId, draft }: DeskText): Promise<number | null> {
  if (!draft || draft.source.length > LONGEST_COUNTED) return null;
  return (await countOpenFindings(visit.context, { textId }))?.open ?? null;
}
