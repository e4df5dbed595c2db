import type { Answer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { shownView } from '#web/views/desk/edit/shown.ts';
import { sayIn } from '#web/views/desk/say.ts';
import { parseDraftForm } from './draft-form.ts';
import { editorState } from './editor-state.ts';

/** Asked for by script while one writes: the page alone, without its frame. Nothing is stored. */
export async function preview(visit: Visit): Promise<Answer> {
  const form = parseDraftForm(visit.form!);
  const state = await editorState(visit, form, { isAsked: true });
  return { kind: 'html', html: shownView(sayIn(visit.language), { ...state, form }) };
}
