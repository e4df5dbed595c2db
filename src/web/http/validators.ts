import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Weak: the same tag for every coding of one body, since nothing is ever sent in ranges. */
export function tagOf(body: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** RFC 9110, 13.2.2: If-None-Match decides when it is there; If-Modified-Since only without it. */
export function isFresh(headers: IncomingHttpHeaders, etag: string, lastModified: number | null): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === etag || tags.trim() === '*' || tags.includes(etag.slice(2));
  const since = headers['if-modified-since'];
  if (since === undefined || lastModified === null) return false;
  return Math.floor(lastModified / 1000) * 1000 <= Date.parse(since);
}
