import { html } from 'hono/html';
import type { Forum, ForumThread } from '#operations/reads/forum.ts';
import type { Html } from '../../http/answer.ts';
import { contributionView, type Surroundings } from './contribution.ts';

/** Threads in the order they were begun: what began each, and below it the answers as they came, each saying whom it answers. */
export function threadList({ threads, more }: Pick<Forum, 'threads' | 'more'>, around: Surroundings): Html | '' {
  if (threads.length === 0) return '';
  return html`<ol class="threads">${threads.map((thread) => html`<li>${threadView(thread, around)}${moreAnswers(thread, more, around)}</li>`)}</ol>`;
}

export function threadView(thread: ForumThread, around: Surroundings): Html {
  const [first] = thread;
  const hasRoot = first !== undefined && first.id === first.threadId;
  const answers = hasRoot ? thread.slice(1) : thread;
  return html`${hasRoot ? contributionView(first, around) : html`<p class="gone">${around.say('forum.root-gone')}</p>`}
${answers.length > 0 ? html`<ol class="answers">${answers.map((one) => html`<li>${contributionView(one, around)}</li>`)}</ol>` : ''}`;
}

function moreAnswers([first]: ForumThread, more: Forum['more'], { slug, say }: Surroundings): Html | '' {
  const count = first ? (more[first.threadId] ?? 0) : 0;
  if (!first || count === 0) return '';
  return html`<p class="facts"><a href="/${slug}/forum/${first.id}">${say('forum.more-answers', { count })}</a></p>`;
}
