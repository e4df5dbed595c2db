import { type Language, translate } from '#locale/translate.ts';
import type { Context } from '#operations/context.ts';
import { searchTexts } from '#operations/reads/search.ts';
import type { Html, HtmlAnswer, RedirectAnswer } from '../http/answer.ts';
import type { Assets } from '../http/assets.ts';
import type { Failure } from '../http/errors.ts';
import type { Visit } from '../http/route.ts';
import { errorPage } from '../views/error.ts';
import { siteOf } from '../views/site.ts';

const MOST_NEAR = 5;

/** The page for what went wrong, in the visitor's language, with a way on. */
export async function errorAnswer(visit: Visit, failure: Failure): Promise<HtmlAnswer & { status: number }> {
  const status = failure.kind === 'refusal' ? failure.refusal.status : 500;
  const { language } = visit;
  const code = failure.kind === 'refusal' ? failure.refusal.code : null;
  const words = status === 404 ? wordsOf(visit.url.pathname) : '';
  return {
    kind: 'html',
    status,
    ...(status === 429 ? { headers: { 'retry-after': '60' } } : {}),
    html: errorPage({
      site: siteOf(visit),
      language,
      path: visit.url.pathname,
      title: code === null ? translate(language, 'error.title') : translate(language, `refusal.${code}.title`),
      explanation:
        code === null
          ? translate(language, 'error.text', { reference: failure.kind === 'bug' ? failure.reference : '' })
          : translate(language, `refusal.${code}`, { limit: megabytes(visit.context.settings.uploadLimitBytes) }),
      words,
      near: words === '' ? [] : await nearTexts(visit, words),
      again: visit.form && {
        action: visit.url.pathname,
        fields: [...visit.form].filter(([name]) => !/password/.test(name)),
      },
      signInPath: code === 'sign-in-required' ? signInPath(visit) : null,
    }),
  };
}

/** For those who come too fast: nothing in it depends on the visit but the language. */
export function tooManyPage(
  context: Context,
  { assets, language }: { readonly assets: Assets; readonly language: Language },
): Html {
  return errorPage({
    site: siteOf({ context, assets }),
    language,
    path: '/',
    title: translate(language, 'refusal.too-many.title'),
    explanation: translate(language, 'refusal.too-many'),
    words: '',
    near: [],
    again: null,
    signInPath: null,
  });
}

export const signInRedirect = (visit: Visit): RedirectAnswer => ({
  kind: 'redirect',
  to: signInPath(visit),
  status: 303,
});

const signInPath = ({ url }: Visit) => `/desk/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;

/** Texts that hold the words of the address that led nowhere: all of them, else the longest. */
async function nearTexts({ context }: Visit, words: string) {
  const longest = words.split(' ').toSorted((a, b) => b.length - a.length);
  for (const query of [words, ...longest.slice(0, 2)]) {
    const { items } = await searchTexts(context, { query, page: 1, pageSize: MOST_NEAR });
    if (items.length > 0) return items.map(({ slug, title, authors }) => ({ slug, title, authors }));
  }
  return [];
}

// "/the-lamp-tenders/note-3" -> "the lamp tenders note 3"
function wordsOf(path: string): string {
  const plain = decodable(path)
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.split(' ').slice(0, 8).join(' ');
}

function decodable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

const megabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);
