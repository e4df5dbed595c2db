import type { Signal } from '../signal.ts';

/** Only a machine fills in what no person sees; now and then a browser does it for one. */
export const honeypot: Signal = {
  code: 'honeypot',
  weigh: ({ circumstances }) => (circumstances.honeypotFilled ? { weight: 4, values: {} } : null),
};
