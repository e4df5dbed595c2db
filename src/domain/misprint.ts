export const MISPRINT_STATES = ['waiting', 'accepted', 'refused'] as const;
export type MisprintState = (typeof MISPRINT_STATES)[number];
