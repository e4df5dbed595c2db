// Proof of work for forms without a session: a few tenths of a second of a browser's time, asked of nobody who has no script.
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { sign } from './day-key.ts';
import type { ReadTicket } from './form-ticket.ts';

/** What a browser solves, as altcha-lib writes it. */
export type WorkChallenge = Challenge;

/** On the average 256 tries of so many rounds each: a fifth of a second on a desk, one or two on a telephone. */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 1500, keyPrefix: '00' } as const;
const LONGEST_WORK = 4000;

interface Worked {
  readonly ticket: string;
  readonly key: ReadTicket['key'];
}

/** Signed with what only this ticket gives: its solution is worth nothing on another form, and a ticket counts once. */
export async function challengeFor({ ticket, key }: Worked): Promise<WorkChallenge> {
  return createChallenge({ ...WORK, deriveKey, hmacSignatureSecret: sign(key, ['work', ticket]) });
}

/** `work`: base64 of `{"challenge": …, "solution": …}` in JSON. Whatever it holds, the answer is yes or no. */
export async function isWorkDone({ ticket, key, work }: Worked & { readonly work: string }): Promise<boolean> {
  const payload = payloadIn(work);
  if (!payload) return false;
  try {
    const hmacSignatureSecret = sign(key, ['work', ticket]);
    const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret });
    return verified;
  } catch {
    return false;
  }
}

function payloadIn(work: string): { readonly challenge: Challenge; readonly solution: Solution } | null {
  if (work === '' || work.length > LONGEST_WORK) return null;
  try {
    const payload = JSON.parse(Buffer.from(work, 'base64').toString('utf8'));
    return typeof payload?.challenge?.parameters === 'object' && typeof payload.solution === 'object' ? payload : null;
  } catch {
    return null;
  }
}
