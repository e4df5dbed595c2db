import type { pages as english } from '../en/pages.ts';
import type { SameKeys } from '../message.ts';

export const pages: SameKeys<typeof english> = {};
