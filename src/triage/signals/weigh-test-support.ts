import { emptyModel, type Model } from '../model.ts';
import { sentOf } from '../sent.ts';
import type { Signal, Weighed } from '../signal.ts';
import { type Circumstances, type Lists, NO_LISTS, type Submission, UNKNOWN_CIRCUMSTANCES } from '../submission.ts';

interface Given extends Partial<Submission> {
  readonly circumstances?: Partial<Circumstances>;
  readonly lists?: Partial<Lists>;
  readonly model?: Model;
}

/** What one signal says of a submission of which only what matters is given. */
export function weigh(
  signal: Signal,
  { circumstances, lists, model = emptyModel(), ...submission }: Given,
): Weighed | null {
  return signal.weigh(
    sentOf({
      submission: { name: 'Ann', subject: null, body: 'A plain remark.', ...submission },
      model,
      circumstances: { ...UNKNOWN_CIRCUMSTANCES, ...circumstances },
      lists: { ...NO_LISTS, ...lists },
    }),
  );
}
