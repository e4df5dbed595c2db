import { FORUM_MODES, MODE_SCOPES } from '#domain/contribution.ts';
import { MOST_GROUNDS, type RefusalGround } from '#domain/ground.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Mistake, Result } from '#domain/result.ts';
import { setForumMode, setSiteMode } from '#operations/forum-mode-set.ts';
import { changeGrounds } from '#operations/grounds-change.ts';
import { type ForumSettings, readForumSettings } from '#operations/reads/forum-settings.ts';
import { readTriageWords } from '#operations/reads/triage-words.ts';
import { changeLists } from '#operations/triage-lists-change.ts';
import { resetTriage } from '#operations/triage-reset.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { forumSettingsView } from '#web/views/desk/forum/page.ts';
import { deskPath, textIdOf } from './desk-text.ts';

/** The list and the blank rows below it. */
const GROUND_ROWS = Array.from({ length: MOST_GROUNDS + 2 }, (_, place) => place);
export const GROUND_FIELDS = GROUND_ROWS.flatMap((place) =>
  ['place', 'code', 'label', 'reason'].map((name) => `${name}-${place}`),
);

export async function forumSettingsPage(visit: Visit): Promise<Answer> {
  return settingsAnswer(visit, [], {});
}

export async function changeSiteMode(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const mode = FORUM_MODES.find((one) => one === form.get('mode'));
  const scope = MODE_SCOPES.find((one) => one === form.get('scope'));
  if (!mode || !scope) throw new Refusal('bad-request');
  await setSiteMode(visit.context, { mode, scope });
  return redirect('/desk/forum?done=switched');
}

export async function changeTextMode(visit: Visit): Promise<Answer> {
  const [textId, written] = [textIdOf(visit), visit.form!.get('mode') ?? ''];
  const mode = FORUM_MODES.find((one) => one === written) ?? null;
  if (mode === null && written !== '') throw new Refusal('bad-request');
  await setForumMode(visit.context, { textId, mode });
  return redirect(deskPath(textId, '?done=switched'));
}

export async function saveGrounds(visit: Visit): Promise<Answer> {
  const grounds = groundsIn(visit.form!);
  return saved(visit, await changeGrounds(visit.context, { grounds }), { grounds });
}

/** By the numbers as they were changed; a row whose name was taken away is left out. */
function groundsIn(form: URLSearchParams): readonly RefusalGround[] {
  const given = (name: string, place: number) => (form.get(`${name}-${place}`) ?? '').trim();
  return GROUND_ROWS.filter((place) => given('label', place) !== '')
    .map((place) => ({
      place: Number(given('place', place)) || place + 1,
      ground: { code: given('code', place), label: given('label', place), reason: given('reason', place) },
    }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ ground }) => ground);
}

export async function saveLists(visit: Visit): Promise<Answer> {
  const lines = (name: string) => (visit.form!.get(name) ?? '').split(/\r?\n/);
  const lists = { blocked: lines('blocked'), allowed: lines('allowed') };
  return saved(visit, await changeLists(visit.context, lists), lists);
}

export async function forgetTriage(visit: Visit): Promise<Answer> {
  await resetTriage(visit.context);
  return redirect('/desk/forum?done=switched#triage');
}

async function saved(visit: Visit, result: Result<null>, typed: Partial<ForumSettings>): Promise<Answer> {
  return result.ok ? redirect('/desk/forum?done=switched') : settingsAnswer(visit, result.mistakes, typed);
}

async function settingsAnswer(
  visit: Visit,
  mistakes: readonly Mistake[],
  typed: Partial<ForumSettings>,
): Promise<Answer> {
  const [settings, triage] = [await readForumSettings(visit.context), await readTriageWords(visit.context)];
  const html = forumSettingsView(visit, { settings: { ...settings, ...typed }, triage, mistakes });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html };
}
