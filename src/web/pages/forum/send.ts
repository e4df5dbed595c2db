import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { previewContribution } from '#operations/contribution-preview.ts';
import { sendContribution } from '#operations/contribution-send.ts';
import { type Answer, redirect } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import type { TypedFields } from '../../views/forum/form.ts';
import { previewPage } from '../../views/forum/preview.ts';
import { siteOf } from '../../views/site.ts';
import { furnitureLanguage } from '../../views/text-language.ts';
import { findText } from '../text/find-text.ts';
import { findPassageAsked } from './answered.ts';
import { existing, formAnswer } from './forum.ts';

export const PREVIEW_FIELDS = [
  'name',
  'email',
  'notify',
  'subject',
  'body',
  'paragraph',
  'answers',
  'quote',
  'website',
] as const;
export const SEND_FIELDS = [...PREVIEW_FIELDS, 'ticket', 'work'] as const;

/** Shows what was typed as it would appear, or what is wrong with it. Nothing is kept. */
export async function previewTyped(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const { context, address, session } = visit;
  const article = await existing(visit, found.slug);
  const typed = typedIn(visit.form!);
  const passage = await findPassageAsked(context, { article, asked: typed.paragraph });
  if (typed.paragraph.trim() !== '' && passage === null) return formAnswer(visit, { typed, mistakes: [NO_PARAGRAPH] });
  // To what the text has no more one can only answer at large.
  const here = passage?.isCurrent ? passage : null;
  const toSend = { ...typed, paragraph: here?.id ?? '' };
  const previewed = await previewContribution(context, { slug: found.slug, typed: toSend, address });
  if (!previewed.ok) return formAnswer(visit, { typed, mistakes: previewed.mistakes });
  const html = previewPage({
    site: siteOf(visit),
    article,
    preview: previewed.value,
    typed,
    toSend,
    trap: visit.form!.get('website') ?? '',
    passage: here,
    formToken: session?.formToken ?? null,
  });
  return { kind: 'html', html };
}

/** Whatever is thought of it, the answer is the way to its receipt. */
export async function sendTyped(visit: Visit): Promise<Answer> {
  const typed = typedIn(visit.form!);
  const sent = await sendOn(visit, typed).catch((error) => textElsewhere(visit, error));
  if ('kind' in sent) return sent;
  if (!sent.ok) return formAnswer(visit, { typed, mistakes: sent.mistakes });
  return redirect(`/receipt/${sent.value.receipt}`);
}

async function sendOn(visit: Visit, typed: TypedFields) {
  const { context, address, params, form } = visit;
  const slug = params.slug ?? '';
  const field = (name: string) => form?.get(name) ?? '';
  return sendContribution(context, {
    slug,
    typed,
    ticket: field('ticket'),
    work: field('work'),
    trap: field('website'),
    address,
    language: typed.email === '' ? context.settings.siteLanguage : await mailLanguage(visit, slug),
  });
}

/** Renamed or withdrawn since the form was shown: the way to where it is, or what became of it. */
async function textElsewhere(visit: Visit, error: unknown): Promise<Answer> {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  throw error;
}

/** Mail is written in the language of the text's page. The text itself is read for nothing else: most who send give no address. */
async function mailLanguage(visit: Visit, slug: string) {
  const { metadata } = await existing(visit, slug);
  return furnitureLanguage(metadata.language, visit.context.settings.siteLanguage);
}

const NO_PARAGRAPH: Mistake = { field: 'paragraph', key: 'mistake.contribution-paragraph' };

function typedIn(form: URLSearchParams): TypedFields {
  // HTML cannot hold a NUL: the fields of the preview would bring back another sign than the one it shows.
  const field = (name: string) => (form.get(name) ?? '').replaceAll('\0', '');
  return {
    name: field('name'),
    email: field('email'),
    subject: field('subject'),
    // A browser sends CR LF.
    body: field('body').replace(/\r\n?/g, '\n'),
    paragraph: field('paragraph'),
    answers: field('answers'),
    quote: field('quote'),
    notify: field('notify') === 'yes',
  };
}
