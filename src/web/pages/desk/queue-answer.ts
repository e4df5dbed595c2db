// What the queue's script is answered.
import type { Mistake } from '#domain/result.ts';
import { isMessageKey, translate } from '#locale/translate.ts';
import type { BytesAnswer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';

export const wantsJson = ({ headers }: Visit) => String(headers.accept ?? '').includes('application/json');

export function jsonInDesk(status: number, body: unknown): BytesAnswer {
  return {
    kind: 'bytes',
    status,
    contentType: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'private, no-store' },
    body: JSON.stringify(body),
  };
}

export const saidOf = ({ language }: Visit, mistakes: readonly Mistake[]): readonly string[] =>
  mistakes.map(({ key, values }) => (isMessageKey(key) ? translate(language, key, values) : key));
