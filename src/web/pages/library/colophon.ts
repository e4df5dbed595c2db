import { readRecordHead } from '#operations/reads/record.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { colophonPage } from '../../views/colophon.ts';
import { siteOf } from '../../views/site.ts';

export async function colophon(visit: Visit): Promise<Answer> {
  const verifierKeys = (await readRecordHead(visit.context))?.verifierKeys ?? [];
  const site = siteOf(visit);
  return {
    kind: 'pressed',
    path: '/colophon',
    inputs: verifierKeys,
    render: () => colophonPage({ site, verifierKeys }),
  };
}
