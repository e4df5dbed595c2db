import type { Signal } from '../signal.ts';

const STEPS = [
  { below: 1, weight: 1.5 },
  { below: 3, weight: 0.3 },
];

/** A person looks at what they are about to send. The time counts from the preview, not from the writing: few need long for it. */
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
