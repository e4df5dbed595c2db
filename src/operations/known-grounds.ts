import { FIRST_GROUNDS, type RefusalGround } from '#domain/ground.ts';
import { translate } from '#locale/translate.ts';
import { listStoredGrounds } from '#store/refusal-grounds.ts';
import type { Context } from './context.ts';

/** What a refusal can be grounded on: the site's list, or the one a site begins with, in its language. */
export async function knownGrounds({ store, settings }: Context): Promise<readonly RefusalGround[]> {
  const stored = await listStoredGrounds(store.reader);
  if (stored.length > 0) return stored;
  return FIRST_GROUNDS.map((code) => ({
    code,
    label: translate(settings.siteLanguage, `ground.${code}`),
    reason: translate(settings.siteLanguage, `ground.${code}.reason`),
  }));
}
