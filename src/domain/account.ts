import type { AccountId } from './text.ts';

export const ROLES = ['editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting. The operator is whoever runs the command line on the machine. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'account'; readonly id: AccountId; readonly name: string; readonly role: Role }
  | { readonly kind: 'operator' };

export const VISITOR: Actor = { kind: 'visitor' };
