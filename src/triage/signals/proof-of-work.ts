import type { Signal } from '../signal.ts';

/** Browsers without script cannot do it: a small doubt, no more. */
export const proofOfWork: Signal = {
  code: 'proof-of-work',
  weigh: ({ circumstances }) => (circumstances.proofOfWork === 'absent' ? { weight: 0.3, values: {} } : null),
};
