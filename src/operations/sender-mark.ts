import type { Context } from './context.ts';
import { sign, todaysKey } from './day-key.ts';
import { addressPrefix } from './sign-in-attempts.ts';

/** Tells what one address sent on one day apart from what others sent, and nothing else once the day's key is gone. */
export async function senderMark(
  context: Context,
  { address }: { readonly address: string },
): Promise<{ readonly day: string; readonly mark: string }> {
  const { day, key } = await todaysKey(context);
  return { day, mark: sign(key, ['sender', day, addressPrefix(address)]) };
}
