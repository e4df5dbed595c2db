import type { Mistake } from '#domain/result.ts';
import { isMessageKey, translate } from '#locale/translate.ts';
import type { BytesAnswer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';

/** Anybody may keep what is public; what a secret opened is for its holder alone. */
export function jsonAnswer(value: unknown, { isPublic = false } = {}): BytesAnswer {
  return {
    kind: 'bytes',
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(value)}\n`,
    headers: isPublic ? { 'access-control-allow-origin': '*' } : { 'cache-control': 'private, no-store' },
  };
}

export function mistakenAnswer({ language }: Visit, mistakes: readonly Mistake[]): BytesAnswer {
  const said = mistakes.map(({ field, key, values }) => ({
    field,
    message: isMessageKey(key) ? translate(language, key, values) : key,
  }));
  const title = translate(language, 'refusal.bad-request.title');
  const body = { type: 'about:blank', title, status: 422, code: 'mistaken', mistakes: said };
  return { kind: 'bytes', status: 422, contentType: 'application/problem+json', body: `${JSON.stringify(body)}\n` };
}
