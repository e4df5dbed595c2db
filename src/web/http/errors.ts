// What goes wrong becomes, once and here, either a refusal with its status or a bug with a reference.
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';

export type Failure =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'bug'; readonly reference: string };

// The framework's own complaints, in our words.
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  // A part of an address longer than any we give.
  414: 'not-found',
  415: 'unsupported-media-type',
  429: 'too-many',
};

export function failureOf(error: unknown, log: Logger): Failure {
  if (error instanceof Refusal) return { kind: 'refusal', refusal: error };
  const status = statusOf(error);
  if (status !== null && status >= 400 && status < 500) {
    return { kind: 'refusal', refusal: new Refusal(BY_STATUS[status] ?? 'bad-request') };
  }
  const reference = randomBytes(5).toString('hex');
  log.error({ err: error, reference }, 'a bug');
  return { kind: 'bug', reference };
}

function statusOf(error: unknown): number | null {
  const status = error instanceof Error ? (error as Error & { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : null;
}
