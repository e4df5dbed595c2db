import type { MisprintState } from '#domain/misprint.ts';
import type { TextId } from '#domain/text.ts';
import { countMisprints, listStoredMisprints, type StoredMisprint } from '#store/misprints.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findTitles } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { windowOf } from './paging.ts';

export interface MisprintLine extends StoredMisprint {
  readonly title: string | null;
  /** The paragraph it was read in, as that revision had it. */
  readonly passage: string | null;
}

export const MISPRINTS_A_PAGE = 50;

/** How many there are in a state. */
export async function countMisprintsIn(context: Context, state: MisprintState): Promise<number> {
  authorise(context, 'misprint.decide');
  return countMisprints(context.store.reader, { state });
}

/** What readers reported, a page of it: no public page calls this. */
export async function listMisprints(
  context: Context,
  { state, page = 1 }: { readonly state: MisprintState; readonly page?: number },
): Promise<readonly MisprintLine[]> {
  authorise(context, 'misprint.decide');
  const { reader } = context.store;
  const misprints = await listStoredMisprints(reader, { state, ...windowOf({ page, pageSize: MISPRINTS_A_PAGE }) });
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
