import { type Mistake, mistaken } from '#domain/result.ts';
import { startDraft } from '#operations/draft-start.ts';
import { createReading } from '#operations/reading-create.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { newTextView, READ_FORMATS, type ReadFormat } from '#web/views/desk/new-text.ts';
import { beginReading, type ReadingUnderWay, settledWithin } from './readings-under-way.ts';

const PATIENCE_SECONDS = 2;

export async function newTextPage(visit: Visit): Promise<Answer> {
  return { kind: 'html', html: newTextView(visit, {}) };
}

/** Reads what was pasted or sent. A long reading goes on behind a page that says how far it is. */
export async function readNewText(visit: Visit): Promise<Answer> {
  const pasted = visit.form!.get('pasted') ?? '';
  const format = READ_FORMATS.find((each) => each === visit.form!.get('format')) ?? 'auto';
  const file = visit.files.find((each) => each.field === 'file');
  if (!file && pasted.trim() === '')
    return formAgain(visit, { pasted, format }, mistaken('pasted', 'desk.new.nothing').mistakes);

  const bytes = file ? file.bytes : new TextEncoder().encode(pasted.replace(/\r\n?/g, '\n'));
  const fileName = file?.fileName ?? null;
  const reading = beginReading(
    visit,
    { size: bytes.length, fileName },
    createReading(visit.context, { bytes, fileName, format }),
  );
  if (!(await settledWithin(reading, PATIENCE_SECONDS))) return redirect(`/desk/readings/${reading.key}`);
  return afterReading(visit, reading, { pasted, format });
}

/** Where a reading that has ended leads: to its guesses, or back to the form with what was wrong. */
export async function afterReading(
  visit: Visit,
  reading: ReadingUnderWay,
  typed: { readonly pasted: string; readonly format: ReadFormat },
): Promise<Answer> {
  const read = await reading.result;
  return read.ok ? redirect(`/desk/texts/${read.value.textId}/reading`) : formAgain(visit, typed, read.mistakes);
}

export async function startEmptyText(visit: Visit): Promise<Answer> {
  const { textId } = await startDraft(visit.context, {});
  return redirect(`/desk/texts/${textId}/edit`);
}

function formAgain(visit: Visit, typed: { pasted: string; format: ReadFormat }, mistakes: readonly Mistake[]): Answer {
  return { kind: 'html', status: 422, html: newTextView(visit, { ...typed, mistakes }) };
}
