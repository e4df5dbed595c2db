import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** schema.org data in the head. It is data, not script; `<` is written so that no word of a text can end it. */
export function jsonLd(data: Readonly<Record<string, unknown>>): HtmlEscapedString {
  const written = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c');
  return raw(`<script type="application/ld+json">${written}</script>`);
}
