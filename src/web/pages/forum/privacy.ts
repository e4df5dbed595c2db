import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { privacyPage } from '../../views/privacy.ts';
import { siteOf } from '../../views/site.ts';

/** `/privacy`: what is kept about people, why and how long. */
export async function privacy(visit: Visit): Promise<Answer> {
  const site = siteOf(visit);
  return { kind: 'pressed', path: '/privacy', inputs: [], render: () => privacyPage({ site }) };
}
