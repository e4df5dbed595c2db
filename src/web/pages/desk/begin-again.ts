import { saveDraft } from '#operations/draft-save.ts';
import { startDraft } from '#operations/draft-start.ts';
import { readDeskText } from '#operations/reads/desk.ts';
import { startRevision } from '#operations/revision-start.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskPath, textIdOf } from './desk-text.ts';

/** The draft was published or deleted while somebody wrote: what they typed becomes the next revision's draft, or a new text. */
export async function beginAgain(visit: Visit): Promise<Answer> {
  const source = (visit.form!.get('source') ?? '').replace(/\r\n?/g, '\n');
  const text = await readDeskText(visit.context, { textId: textIdOf(visit) });
  if (!text || text.number === 0 || text.draft) {
    const { textId } = await startDraft(visit.context, { source });
    return redirect(deskPath(textId, '/edit'));
  }
  const { textId } = text;
  const { version } = await startRevision(visit.context, { textId });
  await saveDraft(visit.context, { textId, version, source });
  return redirect(deskPath(textId, '/edit?done=saved'));
}
