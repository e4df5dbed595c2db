import { html } from 'hono/html';
import type { Html } from '../../http/answer.ts';

/** Two words or more in capitals, at the head of what is quoted. */
const CAPITALS = /^(?=[^\p{Ll}]*\p{Lu}{2})(?:[^\p{Ll}\s]+(?:\s+|$)){2,}/u;

/** Capitals at the head of a chapter are an ornament: quoted from it they are set as they are there. */
export function withLeadIn(words: string): Html | string {
  const [head = ''] = CAPITALS.exec(words) ?? [];
  return head === '' ? words : html`<span class="lead-in">${head}</span>${words.slice(head.length)}`;
}
