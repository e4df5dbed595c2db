import { Refusal } from '#domain/refusal.ts';

/** The version of a draft that a form was filled in on. */
export function versionOf(form: URLSearchParams): number {
  const written = form.get('version') ?? '';
  if (!/^\d{1,9}$/.test(written)) throw new Refusal('bad-request');
  return Number(written);
}

/** A page of a list, from 1; anything else is the first. */
export function pageNumber(written: string | null): number {
  return written !== null && /^[1-9]\d{0,6}$/.test(written) ? Number(written) : 1;
}
