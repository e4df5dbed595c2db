import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { issueTicket } from '#operations/form-ticket.ts';
import { reportMisprint } from '#operations/misprint-report.ts';
import { findPassage, readArticle } from '#operations/reads/published.ts';
import { type Answer, redirect } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { misprintPage, misprintThanks } from '../../views/misprint.ts';
import { siteOf } from '../../views/site.ts';
import { findText } from './find-text.ts';

const LONGEST_WORDS = 200;

/** The form on which a reader says what is wrong, in a paragraph or in the text at large. */
export async function misprintForm(visit: Visit): Promise<Answer> {
  const asked = (name: string) => (visit.query.get(name) ?? '').trim();
  const typed = { paragraph: asked('paragraph'), words: asked('words').slice(0, LONGEST_WORDS), instead: '', name: '' };
  return formAnswer(visit, { typed, mistakes: [] });
}

/** The answer is the same for every report, kept or not: nothing can be learnt from it. */
export async function sendMisprint(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const field = (name: string) => form.get(name) ?? '';
  const typed = {
    paragraph: field('paragraph'),
    words: field('words'),
    instead: field('instead'),
    name: field('name'),
  };
  const slug = visit.params.slug ?? '';
  const sent = await reportMisprint(visit.context, {
    slug,
    ...typed,
    ticket: field('ticket'),
    trap: field('website'),
    address: visit.address,
  });
  return sent.ok ? redirect(`/${slug}/misprint?sent=yes`) : formAnswer(visit, { typed, mistakes: sent.mistakes });
}

interface Shown {
  readonly typed: Readonly<Record<'paragraph' | 'words' | 'instead' | 'name', string>>;
  readonly mistakes: readonly Mistake[];
}

async function formAnswer(visit: Visit, { typed, mistakes }: Shown): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await readArticle(visit.context, { slug: found.slug });
  if (!article) throw new Refusal('not-found');
  const [site, session] = [siteOf(visit), visit.session];
  if (visit.query.get('sent') === 'yes') return { kind: 'html', html: misprintThanks({ site, article }) };
  const passage = typed.paragraph ? await findPassage(visit.context, { slug: found.slug, id: typed.paragraph }) : null;
  const ticket = await issueTicket(visit.context, { form: 'misprint', textId: found.textId });
  const formToken = session?.formToken ?? null;
  const html = misprintPage({ site, article, passage: passage?.text ?? null, typed, mistakes, ticket, formToken });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html };
}
