import type { Problem } from '#domain/problem.ts';
import type { Mistake } from '#domain/result.ts';
import { previewSource } from '#operations/reads/preview.ts';
import type { Visit } from '#web/http/route.ts';
import type { Shown } from '#web/views/desk/edit/shown.ts';
import { composeSource, type DraftForm, linesAbove } from './draft-form.ts';

export interface EditorState {
  readonly shown: Shown | null;
  readonly problems: readonly Problem[];
  readonly mistakes: readonly Mistake[];
  readonly linesAbove: number;
}

/** Beyond this the page is made only when it is asked for: it would double what the editor has to load. */
const LONGEST_SHOWN_UNASKED = 400_000;

/** What the typed source makes: the page, its problems. A text too much for the threads is still there to be edited. */
export async function editorState(
  visit: Visit,
  form: DraftForm,
  { isAsked }: { readonly isAsked: boolean },
): Promise<EditorState> {
  const above = linesAbove(form);
  if (!isAsked && form.body.length > LONGEST_SHOWN_UNASKED) {
    return { shown: null, problems: [], mistakes: [], linesAbove: above };
  }
  const preview = await previewSource(visit.context, { source: composeSource(form) });
  if (!preview.ok) return { shown: null, problems: [], mistakes: preview.mistakes, linesAbove: above };
  const { html, words, problems, metadata } = preview.value;
  return { shown: { html, words, language: metadata.language }, problems, mistakes: [], linesAbove: above };
}
