import type { Signal } from '../signal.ts';

/** Somebody the site knows, by an address that was confirmed. */
export const allowedSender: Signal = {
  code: 'allowed-sender',
  weigh: ({ circumstances, lists }) => {
    const email = circumstances.confirmedEmail?.toLowerCase();
    if (!email) return null;
    const entry = lists.allowedSenders.find((one) => isMeant(one.trim().toLowerCase(), email));
    return entry === undefined ? null : { weight: -3, values: { entry } };
  },
};

function isMeant(entry: string, email: string): boolean {
  return entry.startsWith('@') ? email.endsWith(entry) : email === entry;
}
