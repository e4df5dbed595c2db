/** Why a published text is taken from the public; the code also stands in the record. */
export const WITHDRAWAL_GROUNDS = ['error', 'rights', 'request', 'law', 'other'] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];

export function isWithdrawalGround(value: string): value is WithdrawalGround {
  return (WITHDRAWAL_GROUNDS as readonly string[]).includes(value);
}
