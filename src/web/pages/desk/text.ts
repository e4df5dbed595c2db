import { deleteDraft } from '#operations/draft-delete.ts';
import { returnDraft } from '#operations/draft-propose.ts';
import { listRemarks } from '#operations/reads/editor-remarks.ts';
import { readTextMode } from '#operations/reads/forum-settings.ts';
import { startRevision } from '#operations/revision-start.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mayDo } from '#web/views/desk/may-do.ts';
import { textView } from '#web/views/desk/text.ts';
import { deleteView } from '#web/views/desk/text-act.ts';
import { deskPath, deskText, textIdOf } from './desk-text.ts';
import { versionOf } from './form-numbers.ts';

export async function textPage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  const remarks = await listRemarks(visit.context, text);
  const mode = mayDo(visit, 'forum.manage') ? await readTextMode(visit.context, text) : null;
  return { kind: 'html', html: textView(visit, text, { mode, remarks }) };
}

export async function beginRevision(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  await startRevision(visit.context, { textId });
  return redirect(deskPath(textId, '/edit'));
}

export async function takeBack(visit: Visit): Promise<Answer> {
  const textId = textIdOf(visit);
  await returnDraft(visit.context, { textId, version: versionOf(visit.form!) });
  return redirect(deskPath(textId, '/edit?done=returned'));
}

export async function deletePage(visit: Visit): Promise<Answer> {
  return { kind: 'html', html: deleteView(visit, { text: await deskText(visit) }) };
}

export async function deleteDraftPage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  await deleteDraft(visit.context, { textId: text.textId, version: versionOf(visit.form!) });
  return redirect(text.number > 0 ? deskPath(text.textId, '?done=deleted') : '/desk?done=deleted');
}
