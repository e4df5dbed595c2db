import { Refusal } from '#domain/refusal.ts';
import type { Visit } from '../../http/route.ts';

/** `?page=3`; without it the first. A number no page of ours links to is not found. */
export function pageNumber({ query }: Visit): number {
  const written = query.get('page');
  if (written === null) return 1;
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new Refusal('not-found');
  return Number(written);
}
