import { fold } from './fold.ts';
import { LONGEST_LOOKED_AT, MOST_LOOKED_AT } from './limits.ts';
import { type Link, splitLinks } from './links.ts';
import type { Model } from './model.ts';
import { type Circumstances, type Lists, NO_LISTS, type Submission, UNKNOWN_CIRCUMSTANCES } from './submission.ts';
import { type Understood, understand } from './understood.ts';
import { wordsOf } from './words.ts';

/** What is to be assessed, and by what. */
export interface Assessing {
  /** The body as `understand` gives it and its group's key, where they are known already. */
  readonly body?: Understood;
  readonly groupKey?: string;
  readonly submission: Submission;
  readonly model: Model;
  readonly circumstances?: Circumstances;
  readonly lists?: Lists;
}

/** What every signal looks at, made once. */
export interface Sent {
  readonly submission: Submission;
  readonly circumstances: Circumstances;
  readonly lists: Lists;
  readonly model: Model;
  /** Name, subject and body as they came, cut at the longest that is looked at, a line between them. */
  readonly raw: string;
  /** The same as they are understood: normalised, look-alikes folded, small letters. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly links: readonly Link[];
  /** The body alone. */
  readonly body: Understood;
}

export function sentOf({
  submission,
  body = understand(submission.body),
  model,
  circumstances = UNKNOWN_CIRCUMSTANCES,
  lists = NO_LISTS,
}: Assessing): Sent {
  const parts = [submission.name, submission.subject ?? '', submission.body.slice(0, LONGEST_LOOKED_AT)];
  const raw = parts
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MOST_LOOKED_AT);
  const folded = fold(raw);
  const { links } = splitLinks(folded);
  return { submission, circumstances, lists, model, raw, folded, words: wordsOf(folded), links, body };
}
