import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { colophonPage } from '../../views/colophon.ts';
import { siteOf } from '../../views/site.ts';

export async function colophon(visit: Visit): Promise<Answer> {
  return { kind: 'pressed', path: '/colophon', inputs: [], render: () => colophonPage(siteOf(visit)) };
}
