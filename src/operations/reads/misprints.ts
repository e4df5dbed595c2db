import type { MisprintState } from '#domain/misprint.ts';
import type { TextId } from '#domain/text.ts';
import { listStoredMisprints, type StoredMisprint } from '#store/misprints.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findTitles } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface MisprintLine extends StoredMisprint {
  readonly title: string | null;
  /** The paragraph it was read in, as that revision had it. */
  readonly passage: string | null;
}

const MOST_SHOWN = 100;

/** What readers reported: no public page calls this. */
export async function listMisprints(
  context: Context,
  { state }: { readonly state: MisprintState },
): Promise<readonly MisprintLine[]> {
  authorise(context, 'misprint.decide');
  const { reader } = context.store;
  const misprints = await listStoredMisprints(reader, { state, limit: MOST_SHOWN });
  const titles = await findTitles(reader, [...new Set(misprints.map(({ textId }) => textId))]);
  return Promise.all(
    misprints.map(async (misprint) => ({
      ...misprint,
      title: titles.get(misprint.textId) ?? null,
      passage: await passageOf(context, misprint),
    })),
  );
}

async function passageOf(context: Context, { textId, number, blockId }: StoredMisprint): Promise<string | null> {
  if (blockId === null) return null;
  const { blocks, notes } = await findRevisionIds(context.store.reader, { textId: textId as TextId, number });
  return [...blocks, ...notes].find(({ id }) => id === blockId)?.text ?? null;
}
