// Our own export, read again: nothing in a line is believed to be what it should be.
import { LONGEST } from '#domain/contribution.ts';
import {
  FORUM_LIMITS,
  type ForumPiece,
  IMPORTED_STATES,
  type ImportedContribution,
  type ImportedDecision,
  type ImportedRevision,
  type ImportedState,
  problemPiece,
} from '../imported.ts';
import { momentOf } from '../moment-of.ts';
import { onePlainLine, wordsOf } from '../words-of.ts';
import { FORUM_LINE_VERSION } from './line.ts';

/** JSON Lines as `stet forum export` writes them. A line that is not one of these is a problem at its number. */
export function* readForumLines(chunks: Iterable<string>): Generator<ForumPiece> {
  const texts = new Set<string>();
  let number = 0;
  for (const line of linesOf(chunks)) {
    number += 1;
    if (line === null)
      return yield problemPiece('forum-line-long', 'A line is too long; the rest was not read.', { line: number });
    if (line.trim() === '') continue;
    if (number > FORUM_LIMITS.contributions)
      return yield problemPiece('forum-many', 'Too many contributions; the rest was not read.', { line: number });
    const read = readLine(line, number);
    if (!read) {
      yield problemPiece('forum-line', 'A line that is not a contribution was left out.', { line: number });
      continue;
    }
    const { slug, title, contribution } = read;
    if (!texts.has(slug)) yield { kind: 'text', text: { foreignId: slug, slug, url: null, title } };
    texts.add(slug);
    if (!contribution.at) yield problemPiece('forum-date', 'A date that does not exist.', { line: number });
    yield { kind: 'contribution', contribution };
  }
}

/** Null for a line that never ends. */
function* linesOf(chunks: Iterable<string>): Generator<string | null> {
  let rest = '';
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > FORUM_LIMITS.field) return yield null;
  }
  yield rest;
}

type Fields = Readonly<Record<string, unknown>>;

function readLine(text: string, line: number) {
  const fields = parse(text);
  if (fields?.stetForum !== FORUM_LINE_VERSION) return null;
  const { id, text: slug, state } = fields;
  if (!isShort(id) || !isShort(slug) || !isState(state)) return null;
  const revisions = list(fields.revisions).map((one) => revisionOf(one, line));
  const last = revisions.at(-1);
  const decisions = list(fields.decisions).map((one) => decisionOf(one, revisions.length));
  if (!last || decisions.includes(null)) return null;
  const contribution: ImportedContribution = {
    foreignId: id,
    parentForeignId: isShort(fields.parent) ? fields.parent : null,
    textForeignId: slug,
    name: last.name,
    email: wordsOf({ ...NOTHING, email: string(fields.email) }, { ...AS_IT_IS, line }).email,
    subject: last.subject,
    body: last.body,
    at: momentOf(string(fields.receivedAt)),
    state,
    history: {
      blockId: isShort(fields.block) ? fields.block : null,
      quote: string(fields.quote)?.slice(0, LONGEST.quote) ?? null,
      revisions,
      decisions: decisions.filter((one) => one !== null),
    },
    line,
  };
  return { slug, title: string(fields.title)?.slice(0, 1000) ?? null, contribution };
}

function revisionOf(fields: Fields, line: number): ImportedRevision {
  const written = { ...NOTHING, name: string(fields.name), subject: string(fields.subject), body: string(fields.body) };
  const { name, subject, body } = wordsOf(written, { ...AS_IT_IS, line });
  return { name, subject, body, at: momentOf(string(fields.receivedAt)) };
}

function decisionOf(fields: Fields, revisions: number): ImportedDecision | null {
  const { revision, decision, ground } = fields;
  if (!Number.isInteger(revision) || Number(revision) < 1 || Number(revision) > revisions) return null;
  if (!isDecision(decision) || typeof ground !== 'string' || !/^[a-z0-9-]{1,40}$/.test(ground)) return null;
  const reason = string(fields.reason)?.slice(0, LONGEST.reason) ?? null;
  return { revision: Number(revision), decision, ground, reason, at: momentOf(string(fields.at)) };
}

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
}

const MOST_IN_A_LIST = 1000;
const NOTHING = { name: null, email: null, subject: null, body: null };
const AS_IT_IS = { toPlain: (text: string) => text, fieldToPlain: onePlainLine };
const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): readonly Fields[] =>
  Array.isArray(value)
    ? value.slice(0, MOST_IN_A_LIST).map((one) => (typeof one === 'object' && one !== null ? one : {}))
    : [];
const isShort = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,100}$/.test(value);
const isState = (value: unknown): value is ImportedState => (IMPORTED_STATES as readonly unknown[]).includes(value);
const isDecision = (value: unknown): value is ImportedDecision['decision'] =>
  value === 'validate' || value === 'refuse' || value === 'spam' || value === 'withdraw';
