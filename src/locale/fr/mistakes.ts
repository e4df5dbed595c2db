import type { mistakes as english } from '../en/mistakes.ts';
import type { SameKeys } from '../message.ts';

export const mistakes: SameKeys<typeof english> = {};
