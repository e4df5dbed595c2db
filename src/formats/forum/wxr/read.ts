// Comments of a WordPress export (WXR): each stands within the post it is about.
import { FORUM_LIMITS, type ForumPiece, type ImportedState, problemPiece } from '../imported.ts';
import { momentOf } from '../moment-of.ts';
import { htmlToPlain } from '../plain/html-to-plain.ts';
import { oneLine, wordsOf } from '../words-of.ts';
import { readXml } from '../xml/events.ts';

/**
 * A WXR file as pieces. Approved is validated, 0 waiting, trash refused, spam spam. What no reader wrote is no contribution and is left
 * out, each with a problem: pingbacks, and the notes that plugins keep among the comments, of orders and from editor to editor.
 */
export function* readWxr(chunks: Iterable<string>): Generator<ForumPiece> {
  let post: Fields | null = null;
  let comment: Fields | null = null;
  let count = 0;
  for (const event of readXml(chunks, { markup: ['wp:comment_content'] })) {
    if (event.kind === 'problem') yield event;
    else if (event.kind === 'open') {
      if (event.name === 'item') post = new Map();
      else if (event.name === 'wp:comment' && post) {
        if (!post.has(SAID)) yield readPost(post);
        post.set(SAID, '');
        comment = new Map([['line', String(event.line)]]);
      }
    } else if (event.name === 'wp:comment') {
      count += 1;
      if (count > FORUM_LIMITS.contributions)
        return yield problemPiece('forum-many', 'Too many contributions; the rest was not read.', event);
      if (comment && post) yield* readComment(comment, post);
      comment = null;
    } else if (event.name === 'item') [post, comment] = [null, null];
    else if (event.name !== 'wp:meta_key' && event.name !== 'wp:meta_value')
      (comment ?? post)?.set(event.name, event.text);
  }
}

type Fields = Map<string, string>;
/** No name of an element: the post was told of. */
const SAID = '@said';

/** Its number; what others write for Disqus to read has none, and sometimes no link. */
const idOf = (post: Fields) =>
  `post ${['wp:post_id', 'link', 'dsq:thread_identifier', 'title'].map((name) => post.get(name)?.trim()).find(Boolean) ?? ''}`;

function readPost(post: Fields): ForumPiece {
  const slug = post.get('wp:post_name')?.trim() || null;
  const url = post.get('link')?.trim() || post.get('dsq:thread_identifier')?.trim() || null;
  return { kind: 'text', text: { foreignId: idOf(post), slug, url, title: oneLine(post.get('title')) || null } };
}

function* readComment(comment: Fields, post: Fields): Generator<ForumPiece> {
  const field = (name: string) => comment.get(`wp:comment_${name}`)?.trim() ?? '';
  const line = Number(comment.get('line'));
  const id = field('id');
  if (!/^\w{1,40}$/.test(id))
    return yield problemPiece('forum-no-id', 'A contribution without an id was left out.', { line });
  if (!/^(?:comment|review)?$/.test(field('type')))
    return yield problemPiece('forum-pingback', 'A pingback, or a note that no reader wrote, was left out.', { line });
  const state = STATES[field('approved')];
  if (!state) yield problemPiece('forum-state', 'A state that is not known: it waits.', { line });
  const at = momentOf(field('date_gmt')) ?? momentOf(field('date'));
  if (!at) yield problemPiece('forum-date', 'A date that does not exist.', { line });
  const { problems, ...words } = wordsOf(
    { name: field('author'), email: field('author_email'), subject: null, body: comment.get('wp:comment_content') },
    { toPlain: (body) => htmlToPlain(body, { newlines: 'kept' }), line },
  );
  for (const problem of problems) yield { kind: 'problem', problem };
  yield {
    kind: 'contribution',
    contribution: {
      foreignId: id,
      parentForeignId: /^(?!0+$)\w{1,40}$/.test(field('parent')) ? field('parent') : null,
      textForeignId: idOf(post),
      ...words,
      at,
      state: state ?? 'waiting',
      history: null,
      line,
    },
  };
}

const STATES: Readonly<Record<string, ImportedState>> = {
  1: 'validated',
  approve: 'validated',
  0: 'waiting',
  hold: 'waiting',
  spam: 'spam',
  trash: 'refused',
  'post-trashed': 'refused',
};
