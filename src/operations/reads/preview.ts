import type { Result } from '#domain/result.ts';
import type { Preview } from '#workers/tasks.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { work } from '../work.ts';

/** How a source would look; nothing is stored. */
export async function previewSource(
  context: Context,
  { source }: { readonly source: string },
): Promise<Result<Preview>> {
  authorise(context, 'desk.read');
  return work(context, 'preview', { source, language: context.settings.siteLanguage });
}
