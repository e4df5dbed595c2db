import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { compareSources } from '#operations/reads/comparison.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import { previewSource } from '#operations/reads/preview.ts';
import { countOpenFindings, listDraftChanges } from '#operations/reads/proofing.ts';
import { publishText } from '#operations/text-publish.ts';
import { readFrontMatter } from '#text/front-matter.ts';
import { type Answer, type Html, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { comparisonView } from '#web/views/comparison.ts';
import type { Shown as ShownText } from '#web/views/desk/edit/shown.ts';
import { publishView } from '#web/views/desk/publish.ts';
import { changesReason } from './changes-reason.ts';
import { deskPath, deskText } from './desk-text.ts';
import { versionOf } from './form-numbers.ts';

export async function publishPage(visit: Visit): Promise<Answer> {
  const text = await deskText(visit);
  if (!text.draft) return redirect(deskPath(text.textId));
  if (text.draft.stage === 'reading') return redirect(deskPath(text.textId, '/reading'));
  return publishAnswer(visit, text, { version: text.draft.version });
}

/** What is published is the version this form was shown with: another is refused as stale. */
export async function publish(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const text = await deskText(visit);
  const [version, slug, reason] = [versionOf(form), (form.get('slug') ?? '').trim(), form.get('reason') ?? ''];
  const certain = form.get('all-the-same') === 'yes' ? 0 : await countCertain(visit, text);
  if (certain > 0)
    return publishAnswer(visit, text, {
      version,
      typed: { slug, reason },
      mistakes: [{ field: 'all-the-same', key: 'mistake.findings-certain' }],
    });
  const published = await publishText(visit.context, { textId: text.textId, version, reason, ...(slug && { slug }) });
  if (published.ok) {
    const { slug: address, number } = published.value;
    const press = [`/${address}`, `/${address}/${number}`, '/', '/feed.atom'];
    return { ...redirect(deskPath(text.textId, '?done=published')), press };
  }
  return publishAnswer(visit, text, { version, typed: { slug, reason }, mistakes: published.mistakes });
}

interface Shown {
  readonly version: number;
  readonly typed?: { readonly slug: string; readonly reason: string };
  readonly mistakes?: readonly Mistake[];
}

async function publishAnswer(visit: Visit, text: DeskText, shown: Shown): Promise<Answer> {
  if (!text.draft) throw new Refusal('stale');
  const preview = await previewSource(visit.context, { source: text.draft.source });
  const missing = preview.ok ? [] : preview.mistakes;
  const mistakes = [...(shown.mistakes ?? []), ...missing].map(leadTo);
  const html = publishView(visit, {
    text,
    ...shown,
    typed: shown.typed ?? { slug: text.suggestedSlug, reason: await proposedReason(visit, text) },
    certain: await countCertain(visit, text),
    mistakes,
    problems: preview.ok ? preview.value.problems : [],
    shown: preview.ok && text.number === 0 ? shownOf(preview.value) : null,
    changes: await changesOf(visit, text),
  });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html };
}

/** Longer than a person reads before pressing a button; the editor's preview shows it all the same. */
const LONGEST_SHOWN = 1_500_000;

type Preview = Extract<Awaited<ReturnType<typeof previewSource>>, { ok: true }>['value'];

function shownOf({ html, words, metadata }: Preview): ShownText | null {
  return html.length > LONGEST_SHOWN ? null : { html, words, language: metadata.language };
}

// What is wrong in the text itself has no field here: the editor's link beside is the way.
function leadTo(mistake: Mistake): Mistake {
  return mistake.field !== null && ['slug', 'reason', 'all-the-same'].includes(mistake.field)
    ? mistake
    : { ...mistake, field: null };
}

export async function changesOf(visit: Visit, { publishedSource, draft }: DeskText): Promise<Html | null> {
  if (publishedSource === null || !draft) return null;
  const compared = await compareSources(visit.context, { from: publishedSource, to: draft.source });
  return compared.ok
    ? comparisonView({
        comparison: compared.value,
        language: visit.language,
        textLanguage: readFrontMatter(draft.source).metadata.language,
      })
    : null;
}

async function countCertain({ context }: Visit, { textId }: DeskText): Promise<number> {
  return (await countOpenFindings(context, { textId }))?.certain ?? 0;
}

/** What was accepted into the draft, in the language readers are spoken to. */
async function proposedReason({ context }: Visit, { textId }: DeskText): Promise<string> {
  return changesReason(await listDraftChanges(context, { textId }), context.settings.siteLanguage);
}
