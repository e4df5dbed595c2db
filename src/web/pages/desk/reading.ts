import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { confirmReading } from '#operations/reading-confirm.ts';
import { correctReading } from '#operations/reading-correct.ts';
import { readDeskReading } from '#operations/reads/desk.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { readingView } from '#web/views/desk/reading/page.ts';
import { parseCorrections } from './corrections.ts';
import { pageNumber, versionOf } from './form-numbers.ts';

/** The guesses of one reading. Once they are confirmed its address leads on to the editor. */
export async function readingPage(visit: Visit): Promise<Answer> {
  const textId = visit.params.id as TextId;
  const found = await readDeskReading(visit.context, { textId });
  if (!found) return redirect(`/desk/texts/${textId}`);
  const page = pageNumber(visit.query.get('page'));
  return {
    kind: 'html',
    html: readingView(visit, { ...found, textId, corrections: found.corrections.length, page }),
  };
}

/** One press, one correction: the file is read again with it. */
export async function correctReadingPage(visit: Visit): Promise<Answer> {
  const textId = visit.params.id as TextId;
  const form = visit.form!;
  const found = await readDeskReading(visit.context, { textId });
  if (!found) throw new Refusal('stale');
  const parsed = parseCorrections(form, found.reading);
  const corrections = form.has('undo') ? found.corrections.slice(0, -1) : [...found.corrections, ...parsed.corrections];
  if (corrections.length !== found.corrections.length || form.has('undo')) {
    await correctReading(visit.context, { textId, version: versionOf(form), corrections });
  }
  const page = pageNumber(form.get('page'));
  return redirect(`/desk/texts/${textId}/reading?page=${page}&done=corrected${parsed.line === null ? '' : `#line-${parsed.line}`}`);
}

/** What was typed in the fields counts, pressed or not; then the source is what is edited. */
export async function confirmReadingPage(visit: Visit): Promise<Answer> {
  const textId = visit.params.id as TextId;
  const form = visit.form!;
  const found = await readDeskReading(visit.context, { textId });
  if (!found) throw new Refusal('stale');
  const { corrections } = parseCorrections(form, found.reading);
  let version = versionOf(form);
  if (corrections.length > 0) {
    const all = [...found.corrections, ...corrections];
    const corrected = await correctReading(visit.context, { textId, version, corrections: all });
    if (corrected.ok) version = corrected.value.version;
  }
  await confirmReading(visit.context, { textId, version });
  return redirect(`/desk/texts/${textId}/edit`);
}
