import { html } from 'hono/html';
import type { Problem } from '#domain/problem.ts';
import { isMessageKey } from '#locale/translate.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from './say.ts';

/** A problem in the reader's language; one nobody translated says what the log says. */
export function problemText(say: Say, problem: Problem): string {
  const key = [`problem.${problem.code}`, problem.code].find(isMessageKey);
  return key ? say(key, problem.values) : problem.message;
}

const MOST_SHOWN = 100;

/** What is wrong, each with a link to its line. `linkTo` gives the address of a line, null where none can be shown; `linesAbove` is what the reader's numbering leaves out. */
export function problemList(
  say: Say,
  problems: readonly Problem[],
  linkTo: (line: number) => string | null,
  linesAbove = 0,
): Html {
  if (problems.length === 0) return html``;
  return html`<ul class="problems">${problems.slice(0, MOST_SHOWN).map((problem) => html`<li>${linked(say, problem, linkTo, linesAbove)}</li>`)}${
    problems.length > MOST_SHOWN
      ? html`<li class="quiet">${say('desk.problems.more', { count: problems.length - MOST_SHOWN })}</li>`
      : ''
  }</ul>`;
}

function linked(say: Say, problem: Problem, linkTo: (line: number) => string | null, linesAbove: number): Html {
  const href = problem.line === null ? null : linkTo(problem.line);
  const text = problemText(say, problem);
  const line = (problem.line ?? 0) - linesAbove;
  return href === null
    ? html`${text}`
    : html`<a href="${href}" data-line="${line}">${say('desk.line', { line: String(line) })}</a> – ${text}`;
}
