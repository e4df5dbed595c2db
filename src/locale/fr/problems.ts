import type { problems as english } from '../en/problems.ts';
import type { SameKeys } from '../message.ts';

export const problems: SameKeys<typeof english> = {};
