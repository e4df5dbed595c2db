import type { ForumLine } from './line.ts';

/** One line of JSON with its line end, its fields always in the same order. */
export function writeForumLine(line: ForumLine): string {
  const { stetForum, id, text, title, parent, block, quote, state, receivedAt, email, revisions, decisions } = line;
  return `${JSON.stringify({
    stetForum,
    id,
    text,
    title,
    parent,
    block,
    quote,
    state,
    receivedAt,
    ...(email !== undefined && { email }),
    revisions: revisions.map(({ revision, name, subject, body, receivedAt }) => ({
      revision,
      name,
      subject,
      body,
      receivedAt,
    })),
    decisions: decisions.map(({ revision, decision, ground, reason, at }) => ({
      revision,
      decision,
      ground,
      reason,
      at,
    })),
  })}\n`;
}
