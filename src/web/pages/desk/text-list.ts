import type { TextState } from '#domain/text.ts';
import { listDeskTexts } from '#operations/reads/desk.ts';
import type { Answer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { LISTED_STATES, TEXTS_A_PAGE, textListView } from '#web/views/desk/text-list.ts';
import { pageNumber } from './form-numbers.ts';

export async function textListPage(visit: Visit): Promise<Answer> {
  const asked = LISTED_STATES.find((each) => each === visit.query.get('state'));
  const [query, page] = [visit.query.get('q') ?? '', pageNumber(visit.query.get('page'))];
  const listed = (state: TextState) => listDeskTexts(visit.context, { state, query, page, pageSize: TEXTS_A_PAGE });
  let state = asked ?? 'proposed';
  let list = await listed(state);
  // Unasked, the first state that has something in it: what waits for somebody comes before what is done.
  if (!asked && list.total === 0) {
    state = list.counts.draft > 0 || list.counts.published === 0 ? 'draft' : 'published';
    list = await listed(state);
  }
  return { kind: 'html', html: textListView(visit, { list, state, query, page }) };
}
