import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { type DeskText, readDeskText } from '#operations/reads/desk.ts';
import type { Visit } from '#web/http/route.ts';

/** The text an address of the desk names. */
export async function deskText(visit: Visit): Promise<DeskText> {
  const text = await readDeskText(visit.context, { textId: textIdOf(visit) });
  if (!text) throw new Refusal('not-found');
  return text;
}

export function textIdOf(visit: Visit): TextId {
  return visit.params.id as TextId;
}

export const deskPath = (textId: TextId, part = '') => `/desk/texts/${textId}${part}`;
