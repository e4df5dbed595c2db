import type { forum as english } from '../en/forum.ts';
import type { SameKeys } from '../message.ts';

export const forum: SameKeys<typeof english> = {};
