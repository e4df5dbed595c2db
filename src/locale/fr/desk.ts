import type { desk as english } from '../en/desk.ts';
import type { SameKeys } from '../message.ts';

export const desk: SameKeys<typeof english> = {};
