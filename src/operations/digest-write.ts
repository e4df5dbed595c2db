import { insertMail } from '#store/mail.ts';
import { listDigestReaders, markDigest, readDigestFigures } from '#store/mail-standing.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

/** One mail a day to each moderator who asked for it, while something waits. Gives how many were written. */
export async function writeDigests(context: Context): Promise<number> {
  authorise(context, 'jobs.run');
  const { store, settings } = context;
  const at = moment(context);
  const day = at.slice(0, 10);
  const due = await listDigestReaders(store.reader, day);
  if (due.length === 0) return 0;
  const figures = await readDigestFigures(store.reader);
  if (figures.waiting === 0) return 0;
  const content = { kind: 'digest', ...figures } as const;
  await store.write(async (transaction) => {
    for (const { accountId, email } of due) {
      if (!(await markDigest(transaction, { accountId, day }))) continue;
      const mail = { recipient: email, language: settings.siteLanguage, content, at, dueAt: at };
      await insertMail(transaction, { ...mail, contributionId: null, accountId });
    }
  });
  return due.length;
}
