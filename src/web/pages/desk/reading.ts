import { Refusal } from '#domain/refusal.ts';
import { confirmReading } from '#operations/reading-confirm.ts';
import { correctReading, type ReadingCorrection } from '#operations/reading-correct.ts';
import { readDeskReading } from '#operations/reads/desk.ts';
import { proofReading } from '#operations/reads/reading-proofing.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { readingView } from '#web/views/desk/reading/page.ts';
import { parseCorrections } from './corrections.ts';
import { deskPath, textIdOf } from './desk-text.ts';
import { pageNumber, versionOf } from './form-numbers.ts';

/** The guesses of one reading. Once they are confirmed its address leads on to the editor. */
export async function readingPage(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  const found = await readDeskReading(visit.context, { textId });
  if (!found) return redirect(deskPath(textId));
  const page = pageNumber(visit.query.get('page'));
  const proofing = await proofReading(visit.context, { textId, reading: found.reading });
  return {
    kind: 'html',
    html: readingView(visit, { ...found, textId, corrections: found.corrections.length, proofing, page }),
  };
}

/** One press, one correction: the file is read again with it. */
export async function correctReadingPage(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  const form = visit.form!;
  const found = await readDeskReading(visit.context, { textId });
  if (!found) throw new Refusal('stale');
  const { corrections, line } = parseCorrections(form, found.reading);
  // Undo takes the last correction back, and nothing else that stands in the form.
  const all = form.has('undo') ? found.corrections.slice(0, -1) : [...found.corrections, ...corrections];
  const isChanged = all.length !== found.corrections.length;
  if (isChanged) await readAgain(visit, { textId, version: versionOf(form), corrections: all });
  const page = pageNumber(form.get('page'));
  const done = isChanged ? '&done=corrected' : '';
  return redirect(deskPath(textId, `/reading?page=${page}${done}${line === null ? '' : `#line-${line}`}`));
}

/** What was typed in the fields counts, pressed or not; then the source is what is edited. */
export async function confirmReadingPage(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  const form = visit.form!;
  const found = await readDeskReading(visit.context, { textId });
  if (!found) throw new Refusal('stale');
  const { corrections } = parseCorrections(form, found.reading);
  const all = [...found.corrections, ...corrections];
  let version = versionOf(form);
  if (corrections.length > 0) version = await readAgain(visit, { textId, version, corrections: all });
  await confirmReading(visit.context, { textId, version });
  return redirect(deskPath(textId, '/edit'));
}

async function readAgain(visit: Visit, correction: ReadingCorrection): Promise<number> {
  const corrected = await correctReading(visit.context, correction);
  // A file read once before is read again within the same bounds: nothing a person could mend went wrong.
  if (!corrected.ok) throw new Refusal('bad-request');
  return corrected.value.version;
}
