export const mistakes = {} as const;
