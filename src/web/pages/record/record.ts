import { readRecord, readRecordFeed } from '#operations/reads/record.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { recordAtom } from '../../views/record/atom.ts';
import { recordPage } from '../../views/record/page.ts';
import { siteOf } from '../../views/site.ts';

const SHOWN_ACTS = 25;
const FEED_ENTRIES = 30;
const ATOM = 'application/atom+xml; charset=utf-8';

/** What was published, withdrawn and decided, and how to check it. */
export async function recordOverview(visit: Visit): Promise<Answer> {
  const record = await readRecord(visit.context, { acts: SHOWN_ACTS });
  const site = siteOf(visit);
  return { kind: 'pressed', path: '/record', inputs: record, render: () => recordPage({ site, record }) };
}

export async function recordFeed(visit: Visit): Promise<Answer> {
  const feed = await readRecordFeed(visit.context, { limit: FEED_ENTRIES });
  const site = siteOf(visit);
  const render = () => recordAtom({ site, ...feed });
  return { kind: 'pressed', path: '/record.atom', inputs: feed, contentType: ATOM, render };
}
