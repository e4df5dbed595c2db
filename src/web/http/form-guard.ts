// A form counts only when one of our own pages sent it: the browser's word first, then the session's token.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '#domain/refusal.ts';

export const TOKEN_FIELD = 'form-token';

/** Refuses a form another site made the browser send. */
export function checkOrigin(headers: IncomingHttpHeaders, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('not-allowed');
  if (site === undefined && headers.origin !== undefined && !isOwn(headers.origin, headers.host, publicUrl)) {
    throw new Refusal('not-allowed');
  }
}

// Older browsers say the origin only. Behind no proxy the address in use may differ from the public one (a name, a number).
function isOwn(origin: string, host: string | undefined, publicUrl: string): boolean {
  return origin === new URL(publicUrl).origin || origin === `http://${host}` || origin === `https://${host}`;
}

/** Whether the form came out of a page of this session. */
export function hasToken(form: URLSearchParams, expected: string): boolean {
  const given = Buffer.from(form.get(TOKEN_FIELD) ?? '');
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A field the form does not have, or one of them twice, is nobody's honest mistake. */
export function checkFields(form: URLSearchParams, fields: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of form.keys()) {
    if ((name !== TOKEN_FIELD && !fields.includes(name)) || seen.has(name)) throw new Refusal('bad-request');
    seen.add(name);
  }
}
