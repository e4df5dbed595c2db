import { Refusal } from '#domain/refusal.ts';
import { findShownContribution, type ListedContribution, listShown } from '#operations/reads/forum.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { jsonAnswer } from './answer.ts';
import { checkQuery, limitIn, textIn } from './asked.ts';

/** Validated contributions, the newest first; `before` goes on from the last of the page before. */
export async function listContributions(visit: Visit): Promise<Answer> {
  checkQuery(visit, ['text', 'before', 'limit']);
  const [textId, limit, before] = [await textIn(visit), limitIn(visit), cursorIn(visit.query.get('before'))];
  const page = { limit: limit + 1, ...(textId !== null && { textId }), ...(before && { before }) };
  const found = await listShown(visit.context, page);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return jsonAnswer(
    { contributions: shown.map((one) => contributionJson(visit, one)), before: last ? cursorOf(last) : null },
    { isPublic: true },
  );
}

export async function readContribution(visit: Visit): Promise<Answer> {
  const found = await findShownContribution(visit.context, { id: visit.params.id ?? '' });
  if (!found) throw new Refusal('not-found');
  return jsonAnswer(contributionJson(visit, found), { isPublic: true });
}

function contributionJson({ context }: Visit, shown: ListedContribution) {
  const { id, slug, title, threadId, parentId, blockId, quote, name, subject, text, html } = shown;
  return {
    id,
    url: `${context.settings.publicUrl}/${slug}/forum/${id}`,
    text: { slug, title },
    ...{ thread: threadId, answers: parentId, paragraph: blockId, quote, name, subject, body: text, html },
    receivedAt: shown.receivedAt,
    validatedAt: shown.validatedAt,
    revision: shown.revision,
    forTheSite: shown.byPress,
  };
}

const cursorOf = ({ validatedAt, row }: ListedContribution) => `${validatedAt}~${row}`;

function cursorIn(written: string | null) {
  if (written === null) return null;
  const [, validatedAt, row] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)~(\d{1,15})$/.exec(written) ?? [];
  if (validatedAt === undefined) throw new Refusal('bad-request');
  return { validatedAt, row: Number(row) };
}
