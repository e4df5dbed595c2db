import { type Language, translate } from '#locale/translate.ts';
import type { BytesAnswer } from './answer.ts';
import type { Failure } from './errors.ts';

/** What went wrong, for a program (RFC 9457); `code` is stable, `title` is for people. */
export function problemAnswer(failure: Failure, language: Language): BytesAnswer {
  const { code, status } = failure.kind === 'refusal' ? failure.refusal : { code: 'bug', status: 500 };
  const title =
    failure.kind === 'refusal'
      ? translate(language, `refusal.${failure.refusal.code}.title`)
      : translate(language, 'error.title');
  const reference = failure.kind === 'bug' ? { reference: failure.reference } : {};
  return {
    kind: 'bytes',
    status,
    contentType: 'application/problem+json',
    body: `${JSON.stringify({ type: 'about:blank', title, status, code, ...reference })}\n`,
    headers: { 'cache-control': 'no-store', ...(status === 401 && { 'www-authenticate': 'Bearer' }) },
  };
}
