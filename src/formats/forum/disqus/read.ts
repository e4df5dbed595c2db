// An export of Disqus: threads with their addresses, then posts that name their thread and the post they answer.
import { FORUM_LIMITS, type ForumPiece, type ImportedState, problemPiece } from '../imported.ts';
import { momentOf } from '../moment-of.ts';
import { htmlToPlain } from '../plain/html-to-plain.ts';
import { oneLine, wordsOf } from '../words-of.ts';
import { readXml } from '../xml/events.ts';

/**
 * A Disqus XML file as pieces. Spam is spam, deleted withdrawn (as is what stands in a deleted thread), approved validated, the rest
 * waiting. Exports of today do not tell what was approved: that is a problem, once.
 */
export function* readDisqus(chunks: Iterable<string>): Generator<ForumPiece> {
  let element: Element | null = null;
  let count = 0;
  let isApprovalTold = false;
  const deletedThreads = new Set<string>();
  const path: string[] = [];
  for (const event of readXml(chunks)) {
    if (event.kind === 'problem') yield event;
    else if (event.kind === 'open') {
      path.push(event.name);
      const id = event.attributes['dsq:id'] ?? '';
      if (path.length === 2) element = { id, line: event.line, fields: new Map() };
      else if (path.length === 3 && id) element?.fields.set(`${event.name}@`, id);
    } else {
      if (path.length > 2) element?.fields.set(path.slice(2).join('/'), event.text);
      path.pop();
      if (path.length !== 1 || !element) continue;
      if (event.name === 'thread') {
        if (says(element, 'isDeleted', 'true')) deletedThreads.add(idOf(element));
        yield* readThread(element);
      } else if (event.name === 'post') {
        count += 1;
        if (count > FORUM_LIMITS.contributions)
          return yield problemPiece('forum-many', 'Too many contributions; the rest was not read.', event);
        if (!isApprovalTold && !element.fields.has('isApproved')) {
          isApprovalTold = true;
          yield problemPiece('disqus-approval', 'Disqus does not tell what was approved: it waits.');
        }
        yield* readPost(element, { isThreadDeleted: deletedThreads.has(threadOf(element)) });
      }
      element = null;
    }
  }
}

interface Element {
  readonly id: string;
  readonly line: number;
  /** By their path within the element; an id it refers to has an @ after its name. */
  readonly fields: Map<string, string>;
}

/** Its number; before there were numbers, what the site itself called it. */
const idOf = ({ id, fields }: Element) => id || fields.get('id')?.trim() || '';
const threadOf = ({ fields }: Element) => fields.get('thread@') ?? fields.get('thread')?.trim() ?? '';
const says = ({ fields }: Element, name: string, value: string) => fields.get(name)?.trim().toLowerCase() === value;

function* readThread(element: Element): Generator<ForumPiece> {
  const { fields } = element;
  const foreignId = `thread ${idOf(element)}`;
  const url = fields.get('link')?.trim() || null;
  // What the site itself called the page: a word of its own, its address (`198 https://old.example/?p=198` too), or its title.
  const named = fields.get('id')?.trim() || null;
  const title = oneLine(fields.get('title')) || null;
  yield { kind: 'text', text: { foreignId, slug: named, url, title } };
  if (!named || named === url) return;
  const isAddress = named.includes('/');
  const other = { url: isAddress ? named : null, title: isAddress ? null : oneLine(named) };
  yield { kind: 'text', text: { foreignId, slug: null, ...other } };
}

function* readPost(
  element: Element,
  { isThreadDeleted }: { readonly isThreadDeleted: boolean },
): Generator<ForumPiece> {
  const { line, fields } = element;
  const id = idOf(element);
  if (!/^[\w-]{1,40}$/.test(id))
    return yield problemPiece('forum-no-id', 'A contribution without an id was left out.', { line });
  const at = momentOf(fields.get('createdAt'));
  if (!at) yield problemPiece('forum-date', 'A date that does not exist.', { line });
  const { problems, ...words } = wordsOf(
    {
      name: fields.get('author/name') || fields.get('author/username'),
      email: fields.get('author/email'),
      subject: null,
      body: fields.get('message'),
    },
    { toPlain: (body) => htmlToPlain(withoutDetours(body), { newlines: 'spaces' }), line },
  );
  for (const problem of problems) yield { kind: 'problem', problem };
  const state = stateOf(element, isThreadDeleted);
  yield {
    kind: 'contribution',
    contribution: {
      foreignId: id,
      parentForeignId: fields.get('parent@') || fields.get('parent')?.trim() || null,
      textForeignId: `thread ${threadOf(element)}`,
      ...words,
      at,
      state,
      ...(state === 'waiting' && !fields.has('isApproved') && { isUnsaid: true as const }),
      history: null,
      line,
    },
  };
}

/** Disqus counts clicks: each link leads through it, with the address it was meant to have and a signature after a colon. */
function withoutDetours(html: string): string {
  return html.replace(
    /https?:\/\/disq\.us\/url\?url=([^"'\s<>&]{1,4000})(?:&amp;|&)cuid=\d+/g,
    (detour, target: string) => {
      const address = decoded(target)?.replace(/:[\w-]{20,40}$/, '');
      return address && /^https?:\/\/[^\s"'<>]+$/.test(address) ? address.replaceAll('&', '&amp;') : detour;
    },
  );
}

function decoded(target: string): string | null {
  try {
    return decodeURIComponent(target);
  } catch {
    return null;
  }
}

function stateOf(element: Element, isThreadDeleted: boolean): ImportedState {
  if (says(element, 'isSpam', 'true')) return 'spam';
  if (says(element, 'isDeleted', 'true')) return 'withdrawn';
  if (says(element, 'isApproved', 'false')) return 'waiting';
  if (isThreadDeleted) return 'withdrawn';
  return says(element, 'isApproved', 'true') ? 'validated' : 'waiting';
}
