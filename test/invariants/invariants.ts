// The promises of the forum and of the record, all of them.
import { FORUM_1_TO_5 } from './forum-1-to-5.ts';
import { FORUM_6_TO_10 } from './forum-6-to-10.ts';
import { FORUM_11_TO_15 } from './forum-11-to-15.ts';
import { FORUM_16_TO_20 } from './forum-16-to-20.ts';
import type { Invariant } from './invariant.ts';
import { RECORD_INVARIANTS } from './record-invariants.ts';

export const FORUM_INVARIANTS: readonly Invariant[] = [
  ...FORUM_1_TO_5,
  ...FORUM_6_TO_10,
  ...FORUM_11_TO_15,
  ...FORUM_16_TO_20,
];

export const INVARIANTS: readonly Invariant[] = [...FORUM_INVARIANTS, ...RECORD_INVARIANTS];
