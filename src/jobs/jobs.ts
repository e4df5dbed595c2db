import { forgetSenderMarks, retainContributions } from '#operations/contribution-retain.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { writeDigests } from '#operations/digest-write.ts';
import { countLibraryWords } from '#operations/library-words-count.ts';
import { forgetMailLinks } from '#operations/mail-link-use.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { forgetMisprintMarks } from '#operations/misprint-marks-forget.ts';
import { continueSelections } from '#operations/selection-decide.ts';
import { sendDueWebhooks } from '#operations/webhook-send.ts';
import type { Job } from './schedule.ts';
import type { Mailer } from './smtp.ts';
import { postWebhook } from './webhook-post.ts';

const HOUR = 3600;

/** Everything the program does by itself while it serves, the signing of the record apart. */
export function jobsFor({ mailer }: { readonly mailer: Mailer | null }): readonly Job[] {
  return [
    { name: 'decisions', everySeconds: 1, run: enactDecisions },
    { name: 'decisions on many', everySeconds: 1, run: continueSelections },
    { name: 'library words', everySeconds: 2, run: countLibraryWords },
    { name: 'retention', everySeconds: HOUR, run: retainContributions },
    { name: 'sender marks', everySeconds: HOUR, run: forgetSenderMarks },
    { name: 'misprint marks', everySeconds: HOUR, run: forgetMisprintMarks },
    { name: 'mail links', everySeconds: HOUR, run: forgetMailLinks },
    { name: 'webhooks', everySeconds: 2, run: (context) => sendDueWebhooks(context, { post: postWebhook }) },
    ...(mailer
      ? [
          { name: 'digests', everySeconds: HOUR / 4, run: writeDigests },
          { name: 'mail', everySeconds: 2, run: (context) => sendDueMail(context, mailer) } satisfies Job,
        ]
      : []),
  ];
}
