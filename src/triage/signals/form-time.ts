import type { Signal } from '../signal.ts';

const STEPS = [
  { below: 2, weight: 1.5 },
  { below: 5, weight: 0.5 },
];

/** A person needs some seconds to write, and to look at what they are about to send. */
export const formTime: Signal = {
  code: 'form-time',
  weigh: ({ circumstances: { secondsToSend } }) => {
    if (secondsToSend === null || !(secondsToSend >= 0)) return null;
    const step = STEPS.find(({ below }) => secondsToSend < below);
    return step === undefined
      ? null
      : { weight: step.weight, values: { count: Math.max(1, Math.ceil(secondsToSend)) } };
  },
};
