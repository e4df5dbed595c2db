import type { RecordFault } from '#domain/record-fault.ts';
import type { Context } from '../context.ts';

/** Why nothing can be changed just now; null while all is well. */
export function recordFault({ store }: Pick<Context, 'store'>): RecordFault | null {
  return store.frozen();
}
