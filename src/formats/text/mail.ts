// What the lines above a message say of it. A message often only brings a text with a title and an author of its own.
import type { FoundKey } from './metadata-keys.ts';
import { nameLikeness } from './names.ts';

export interface MailLine {
  readonly field: 'title' | 'authors';
  readonly value: string;
}

/** What a line of a message's head may say when the text below says nothing itself; null for the others. */
export function mailLine({ key, value }: FoundKey): MailLine | null {
  if (key === 'subject' || key === 'objet') {
    const subject = value.replace(/^(?:(?:re|fwd?|tr|réf?)\s?:\s*|\[[^\]]{1,40}\]\s*)+/i, '').trim();
    return subject.split(/\s+/).length >= 3 ? { field: 'title', value: subject } : null;
  }
  if (key !== 'from' && key !== 'de') return null;
  const name = senderOf(value);
  return nameLikeness(name) >= 0.25 ? { field: 'authors', value: name } : null;
}

/** "anna@example.org (Anna Weil)", "Anna Weil <anna@example.org>", "\"Weil, Anna\" <…>". */
function senderOf(value: string): string {
  const bracketed = /^\S+@\S+\s+\(([^()]+)\)$/.exec(value)?.[1];
  const plain = (bracketed ?? value.replace(/\s*[<(]\S+@[^<>()]*[>)]\s*$/, '')).replace(/^["']|["']$/g, '').trim();
  return plain.replace(/^([^,]+),\s+([^,]+)$/, '$2 $1');
}
