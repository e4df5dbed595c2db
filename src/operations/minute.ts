import type { Context } from './context.ts';
import { moment } from './moment.ts';

/** Now, rounded down to the minute: what the record says of the forum tells nobody's second. */
export function minute(context: Context): string {
  return `${moment(context).slice(0, 16)}:00Z`;
}
