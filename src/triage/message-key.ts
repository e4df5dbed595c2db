import type { SignalCode } from './signal.ts';

/** Where the catalogue says what a signal means; its values are the weighed signal's. */
export function messageKeyOf(code: SignalCode): `triage.${SignalCode}` {
  return `triage.${code}`;
}
