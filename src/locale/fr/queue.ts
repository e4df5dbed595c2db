import type { queue as english } from '../en/queue.ts';
import type { SameKeys } from '../message.ts';

export const queue: SameKeys<typeof english> = {};
