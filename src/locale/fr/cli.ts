import type { cli as english } from '../en/cli.ts';
import type { SameKeys } from '../message.ts';

export const cli: SameKeys<typeof english> = {};
