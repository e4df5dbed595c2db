import { done, mistaken, type Result } from '#domain/result.ts';
import { replaceTriageEntries } from '#store/triage-state.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

const MOST = { count: 1000, length: 200 } as const;

/** The words that speak for spam, the confirmed addresses that speak against it: both lists anew, in any order. */
export async function changeLists(
  context: Context,
  { blocked, allowed }: { readonly blocked: readonly string[]; readonly allowed: readonly string[] },
): Promise<Result<null>> {
  authorise(context, 'forum.manage');
  const lists = { blocked: tidied(blocked), allowed: tidied(allowed) };
  for (const [field, values] of Object.entries(lists)) {
    const tooLong = values.length > MOST.count || values.some((value) => value.length > MOST.length);
    if (tooLong) return mistaken(field, 'mistake.list-long', MOST);
  }
  const at = moment(context);
  await context.store.write(async (transaction) => {
    await replaceTriageEntries(transaction, { kind: 'blocked', values: lists.blocked, at });
    await replaceTriageEntries(transaction, { kind: 'allowed', values: lists.allowed, at });
  });
  return done(null);
}

const tidied = (values: readonly string[]) => [
  ...new Set(values.map((value) => value.normalize('NFC').trim()).filter((value) => value !== '')),
];
