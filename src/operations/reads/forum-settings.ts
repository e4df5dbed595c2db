import type { ForumMode } from '#domain/contribution.ts';
import type { RefusalGround } from '#domain/ground.ts';
import type { TextId } from '#domain/text.ts';
import { countTextModes, findSiteMode, findTextMode } from '#store/forum-modes.ts';
import { listTriageEntries } from '#store/triage-state.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { knownGrounds } from '../known-grounds.ts';

export interface ForumSettings {
  readonly mode: ForumMode;
  /** How many texts have a mode of their own. */
  readonly ownModes: Readonly<Record<ForumMode, number>>;
  readonly grounds: readonly RefusalGround[];
  readonly blocked: readonly string[];
  readonly allowed: readonly string[];
}

export async function readForumSettings(context: Context): Promise<ForumSettings> {
  authorise(context, 'forum.manage');
  const { reader } = context.store;
  return {
    mode: await findSiteMode(reader),
    ownModes: await countTextModes(reader),
    grounds: await knownGrounds(context),
    ...(await listTriageEntries(reader)),
  };
}

/** Of one text: null where it follows the site, whose mode stands beside. */
export async function readTextMode(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<{ readonly mode: ForumMode | null; readonly siteMode: ForumMode }> {
  authorise(context, 'forum.manage');
  const { reader } = context.store;
  return { mode: await findTextMode(reader, textId), siteMode: await findSiteMode(reader) };
}
