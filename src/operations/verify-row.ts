import type { Audited } from '#store/audited.ts';
import type { ReportFault } from './verify-fault.ts';

/** Undefined, and reported, where the row could not be read. */
export function rowOf<T>(audited: Audited<T>, address: string, report: ReportFault): T | null | undefined {
  if ('row' in audited) return audited.row;
  report('damaged', address, audited.damage);
  return undefined;
}
