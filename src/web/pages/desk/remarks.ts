import { addRemark } from '#operations/editor-remark-add.ts';
import { listRemarks } from '#operations/reads/editor-remarks.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { remarksView } from '#web/views/desk/forum/remarks-page.ts';
import { deskPath, deskText } from './desk-text.ts';

export async function remarksPage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  const remarks = await listRemarks(visit.context, text);
  return { kind: 'html', html: remarksView(visit, text, { textId: text.textId, remarks }) };
}

export async function addRemarkPage(visit: Visit): Promise<Answer> {
  const [text, typed] = [await deskText(visit), visit.form!.get('body') ?? ''];
  const { textId } = text;
  const added = await addRemark(visit.context, { textId, body: typed });
  if (added.ok) return redirect(deskPath(textId, '/remarks#remarks'));
  const remarks = await listRemarks(visit.context, text);
  const { mistakes } = added;
  return { kind: 'html', status: 422, html: remarksView(visit, text, { textId, remarks, typed, mistakes }) };
}
